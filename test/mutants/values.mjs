/** What the cells of invented forms say: consistent numbers, texts of a few words. */
const WORDS = [
  '设备',
  '培训',
  '河道',
  '校舍',
  '数据',
  '宣传',
  '道路',
  '绿化',
  '文物',
  '消防',
  '档案',
  '养老',
  '冷链',
  '学位',
];
const PLACES = ['临川县', '永安市', '青石镇', '渝江区', '大瀛县', '柳河县', '荆山市', '龙溪县'];
const OFFICES = ['交通运输局', '教育局', '水利局', '民政局', '文化和旅游局', '农业农村局', '卫生健康局'];
const UNITS = ['公路养护中心', '实验小学', '水库管理所', '社会福利院', '图书馆', '农技推广站', '疾控中心'];
const WORKS = ['提升工程', '补助项目', '维护经费', '采购项目', '建设项目', '专项经费'];
const FAMILY = ['陈', '沈', '韦', '谭', '廖', '段'];
const GIVEN = ['文澜', '朝东', '小满', '其昌', '慧敏', '丹枫'];
const MEASURES = ['个', '处', '次', '人', '套', '户', '公里', '台'];

/** A slot is what one cell prints (`text`) and what it says to a careful reader (`is`). */
export const slot = (text, kind = 'text') => ({ text, is: text, kind });

export const valuesOf = (r) => ({
  project: () => `${r.pick(PLACES)}${r.pick(WORDS)}${r.pick(WORDS)}${r.pick(WORKS)}`,
  department: () => `${r.pick(PLACES)}${r.pick(OFFICES)}`,
  unit: () => `${r.pick(PLACES)}${r.pick(UNITS)}`,
  person: () => `${r.pick(FAMILY)}${r.pick(GIVEN)}`,
  phone: () => `0${r.int(21, 29)}-55${r.int(500000, 599999)}`,
  code: () => `5100${r.int(10, 99)}21T0000${r.int(10000, 99999)}`,
  sentence: (most = 3) =>
    `${Array.from({ length: r.int(1, most) }, () => `新增${r.pick(WORDS)}${r.int(1, 900)}${r.pick(MEASURES)}`).join('，')}。`,
  reason: () =>
    `${r.pick(['因', '受', '由于'])}${r.pick(WORDS)}${r.pick(['招标推迟', '手续未办', '需求减少', '验收滞后'])}`,
  indicator: () =>
    `${r.pick(['新建', '完成', '改造', '购置', '维护'])}${r.pick(WORDS)}${r.pick(['数量', '面积', '次数', '比例', '人数'])}`,
  rule: () => `每少${r.int(1, 5)}${r.pick(MEASURES)}扣${r.int(1, 3)}分，扣完为止`,
  quantity: () => {
    const n = r.int(2, 960);
    const measure = r.pick(MEASURES);
    return { operator: r.pick(['≥', '=', '≤']), target: n, actual: n + r.int(0, 9), measure };
  },
  /** Parts of a whole number, each at least 1. */
  parts: (whole, count) => {
    const cuts = r.shuffle(Array.from({ length: whole - 1 }, (_, i) => i + 1)).slice(0, count - 1);
    const edges = [0, ...cuts.sort((a, b) => a - b), whole];
    return edges.slice(1).map((edge, i) => edge - edges[i]);
  },
});

export const STYLES_OF_MONEY = [
  (v) => v.toFixed(2),
  (v) => v.toLocaleString('en-US', { minimumFractionDigits: 2 }),
  String,
];
