import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageData } from '../review-types.js';
import { List } from './list.js';
import { Review } from './review.js';
import { pageData } from './state/data.js';
import { Lang } from './words.js';

function App({ data }: { readonly data: PageData }) {
  const [lang, setLang] = useState(data.lang);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  return (
    <Lang.Provider value={lang}>
      {data.kind === 'review' ? <Review {...{ data, setLang }} /> : <List {...{ data, setLang }} />}
    </Lang.Provider>
  );
}

const root = document.getElementById('app');
if (root) render(<App data={pageData()} />, root);
