#!/usr/bin/env bash
# What action.yml does, so that a test can do it too: action.sh install|validate.
set -euo pipefail
prefix="${RUNNER_TEMP:?}/evalx"

install() {
  local tarball=$EVALX_TARBALL
  if [ -z "$tarball" ]; then
    if ! [[ $EVALX_TAG =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
      echo "::error::evalx: use the action at the tag of a release, such as @v0.1.0, or give it a tarball; \"$EVALX_TAG\" is neither"
      exit 2
    fi
    tarball="$EVALX_REPOSITORY/releases/download/$EVALX_TAG/evalx-${EVALX_TAG#v}.tgz"
  fi
  npm install --global --prefix "$prefix" --ignore-scripts --no-audit --no-fund --loglevel=error "$tarball"
}

validate() {
  local words=() word
  while IFS= read -r word; do [ -z "$word" ] || words+=("$word"); done <<< "$EVALX_OPTIONS"
  if [ -n "$EVALX_CONFIG" ]; then
    # Whoever hands in forms must not set the rules for them.
    if [ -n "${GITHUB_BASE_REF:-}" ]; then
      git fetch --quiet --depth 1 origin "$GITHUB_BASE_REF"
      git checkout --quiet FETCH_HEAD -- "$EVALX_CONFIG"
    fi
    words+=("--config=$EVALX_CONFIG")
  fi
  words+=(--)
  while IFS= read -r word; do [ -z "$word" ] || words+=("$word"); done <<< "$EVALX_PATHS"
  "$prefix/bin/evalx" validate "${words[@]}"
}

"$1"
