/** A file of a CI system: where it belongs, and what stands in it. Docs show the same (`test/ci-docs.test.ts`). */
export interface CiFile {
  readonly path: string;
  readonly content: string;
}

/** Whoever hands in forms must not set the rules for them: the config of the target branch goes over the one that came along. */
const GITHUB = `name: forms
on: [push, pull_request]
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: OWNER/evalx@v0.1.0
        with:
          paths: reports/
          config: evalx.config.yaml
          options: |
            --jobs=2
`;

const GITLAB = `forms:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    EVALX_TARBALL: https://gitlab.example.com/OWNER/evalx/-/releases/v0.1.0/downloads/evalx-0.1.0.tgz
  script:
    - curl -fsSLO "$EVALX_TARBALL"
    - npm install --global ./evalx-*.tgz
    - |
      if [ -n "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" ]; then
        git fetch --quiet --depth 1 origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
        git checkout --quiet FETCH_HEAD -- evalx.config.yaml
      fi
    - evalx validate reports/ --config evalx.config.yaml --jobs 2 -f text -f gitlab -o forms.json -f junit -o forms.xml
  artifacts:
    when: always
    reports:
      codequality: forms.json
      junit: forms.xml
`;

const JENKINS = `pipeline {
  agent { docker { image 'node:22' } }
  environment {
    EVALX_TARBALL = 'https://git.example.com/OWNER/evalx/releases/download/v0.1.0/evalx-0.1.0.tgz'
    NPM_CONFIG_PREFIX = "\${WORKSPACE_TMP}/npm"
    NPM_CONFIG_CACHE = "\${WORKSPACE_TMP}/npm-cache"
  }
  stages {
    stage('forms') {
      steps {
        sh '''
          curl -fsSLO "$EVALX_TARBALL"
          npm install --global ./evalx-*.tgz
          if [ -n "$CHANGE_TARGET" ]; then
            git fetch --quiet --depth 1 origin "$CHANGE_TARGET"
            git checkout --quiet FETCH_HEAD -- evalx.config.yaml
          fi
          "$NPM_CONFIG_PREFIX/bin/evalx" validate reports/ --config evalx.config.yaml --jobs 2 -f text -f junit -o forms.xml
        '''
      }
      post { always { junit 'forms.xml' } }
    }
  }
}
`;

const AZURE = `trigger: [main]
pr: [main]
pool:
  vmImage: ubuntu-latest
variables:
  EVALX_TARBALL: https://dev.example.com/OWNER/evalx/releases/evalx-0.1.0.tgz
steps:
  - task: UseNode@1
    inputs:
      version: 22.x
  - bash: |
      set -e
      curl -fsSLO "$EVALX_TARBALL"
      npm install --global ./evalx-*.tgz
      if [ -n "$SYSTEM_PULLREQUEST_TARGETBRANCH" ]; then
        git fetch --quiet --depth 1 origin "$SYSTEM_PULLREQUEST_TARGETBRANCH"
        git checkout --quiet FETCH_HEAD -- evalx.config.yaml
      fi
      evalx validate reports/ --config evalx.config.yaml --jobs 2 -f text -f junit -o forms.xml
    displayName: forms
  - task: PublishTestResults@2
    condition: succeededOrFailed()
    inputs:
      testResultsFiles: forms.xml
      testRunTitle: forms
`;

const GITEA = `name: forms
on: [push, pull_request]
jobs:
  validate:
    runs-on: ubuntu-latest
    container: node:22
    env:
      EVALX_TARBALL: https://gitea.example.com/OWNER/evalx/releases/download/v0.1.0/evalx-0.1.0.tgz
    steps:
      - uses: actions/checkout@v4
      - run: |
          curl -fsSLO "$EVALX_TARBALL"
          npm install --global ./evalx-*.tgz
          if [ -n "$GITHUB_BASE_REF" ]; then
            git fetch --quiet --depth 1 origin "$GITHUB_BASE_REF"
            git checkout --quiet FETCH_HEAD -- evalx.config.yaml
          fi
          evalx validate reports/ --config evalx.config.yaml --jobs 2 -f text
`;

export const CI_FILES = {
  github: { path: '.github/workflows/forms.yml', content: GITHUB },
  gitlab: { path: '.gitlab-ci.yml', content: GITLAB },
  jenkins: { path: 'Jenkinsfile', content: JENKINS },
  azure: { path: 'azure-pipelines.yml', content: AZURE },
  gitea: { path: '.gitea/workflows/forms.yml', content: GITEA },
} as const satisfies Readonly<Record<string, CiFile>>;
