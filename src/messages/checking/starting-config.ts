import type { Words } from '../words.js';

/** The config that `evalx validate --init` writes: what is commented out are the defaults, or examples. */
export const STARTING_CONFIG: Words = {
  en: `# Settings of evalx validate. evalx explain RULE tells about a rule; evalx schema --of config has all keys.

# Severity by rule or code of a diagnostic: error, warning, info or off.
rules:
  # budget-change: off
  # deviation-missing: error

# How far printed numbers may differ.
tolerances:
  # score: 0.05
  # overFulfilment: 1.3

# Other rules for some files; globs from the folder of this file.
overrides:
  # - files: ["archive/**"]
  #   rules: { year-consistency: off }

# Findings that are let stand until a day, with a reason.
suppressions:
  # - rule: low-rate-reason
  #   files: ["2023/**"]
  #   form: 农村公路养护
  #   reason: the project was stopped by decision 12
  #   until: 2027-06-30

# What is skipped in folders.
ignore: []

# The least severity that fails a run: error, warning, info or never.
failOn: error

# en or zh; without it the environment says.
# lang: en

# More warnings than these fail a run.
# maxWarnings: 20
`,
  zh: `# evalx validate 的设置。evalx explain 规则 可查看规则说明；evalx schema --of config 列出全部设置项。

# 规则或诊断代码的级别：error（错误）、warning（警告）、info（提示）或 off（关闭）。
rules:
  # budget-change: off
  # deviation-missing: error

# 数值允许的误差。
tolerances:
  # score: 0.05
  # overFulfilment: 1.3

# 部分文件另用的规则；通配符从本文件所在文件夹算起。
overrides:
  # - files: ["archive/**"]
  #   rules: { year-consistency: off }

# 在某日之前不计的问题，须写明理由。
suppressions:
  # - rule: low-rate-reason
  #   files: ["2023/**"]
  #   form: 农村公路养护
  #   reason: 项目已按文件要求停止实施
  #   until: 2027-06-30

# 查找文件夹时跳过的文件。
ignore: []

# 达到此级别即判为不通过：error、warning、info 或 never。
failOn: error

# en 或 zh；不设置则随系统环境。
# lang: zh

# 警告超过此数即判为不通过。
# maxWarnings: 20
`,
};
