#!/usr/bin/env bash
# Makes what people download who have no .NET: a single file for each platform, and packages for Debian and Fedora of those for Linux.
#
#   build/release.sh [RID...]        # linux-x64 linux-arm64 win-x64 osx-arm64 by default
#
# Everything goes to artifacts/release. Needs the .NET SDK and its runtime packs (NuGet brings them); dpkg-deb and rpmbuild for the packages, which are
# left out with a word where these are missing.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
out=artifacts/release
version=$(dotnet msbuild src/Hypermax.Cli -getProperty:Version)
url=$(dotnet msbuild src/Hypermax.Cli -getProperty:PackageProjectUrl)
about='finds good hyperparameters of programs in any language'

publish() { # publish RID: one file, and the folder of what runs objectives of .NET assemblies
  local log=$out/$1.log
  echo "release: $1"
  rm -rf "${out:?}/$1"
  mkdir -p "$out"
  if ! dotnet publish src/Hypermax.Cli -c Release -o "$out/$1" --nologo -v quiet -p:HypermaxPlatform="$1" >"$log" 2>&1; then
    cat "$log" >&2
    grep -q 'NU1101\|NU1102\|NETSDK1127' "$log" && echo "release: the runtime pack or the host for $1 is in none of the package sources." >&2
    echo "release: there is no build for $1; see above." >&2
    return 1
  fi
  rm "$log"
  case $1 in
    win-*) (cd "$out/$1" && python3 -m zipfile -c "../hypermax-$version-$1.zip" ./*) ;;
    *) tar -czf "$out/hypermax-$version-$1.tar.gz" -C "$out/$1" . ;;
  esac
}

tree() { # tree RID: the files of a Linux package below $out/tree
  local root=$out/tree
  rm -rf "$root"
  mkdir -p "$root/usr/lib/hypermax" "$root/usr/bin" "$root/usr/share/doc/hypermax"
  cp -r "$out/$1/." "$root/usr/lib/hypermax/"
  ln -s ../lib/hypermax/hypermax "$root/usr/bin/hypermax"
  cp LICENSE "$root/usr/share/doc/hypermax/copyright"
  cp THIRD-PARTY-NOTICES.txt CHANGELOG.md "$root/usr/share/doc/hypermax/"
  completion bash "$root/usr/share/bash-completion/completions/hypermax"
  completion zsh "$root/usr/share/zsh/vendor-completions/_hypermax"
  completion fish "$root/usr/share/fish/vendor_completions.d/hypermax.fish"
  find "$root" -type d -exec chmod 755 {} +
  find "$root" -type f -exec chmod 644 {} +
  chmod 755 "$root/usr/lib/hypermax/hypermax"
}

completion() { # completion SHELL FILE: by the build that runs here
  mkdir -p "$(dirname "$2")"
  "$out/linux-x64/hypermax" completion "$1" >"$2"
}

deb() { # deb ARCHITECTURE
  command -v dpkg-deb >/dev/null || { echo "release: no dpkg-deb, so no .deb"; return 0; }
  mkdir -p "$out/tree/DEBIAN"
  cat >"$out/tree/DEBIAN/control" <<CONTROL
Package: hypermax
Version: ${version//-/\~}
Architecture: $1
Maintainer: The Hypermax Tooling authors <nobody@hypermax-tooling.invalid>
Depends: libc6, libgcc-s1, libstdc++6, zlib1g
Section: science
Priority: optional
Homepage: $url
Description: $about
 Runs, resumes and reports searches for hyperparameters, from a search.json or by ask and tell.
CONTROL
  dpkg-deb --root-owner-group -Zxz -z3 --build "$out/tree" "$out/hypermax_${version}_$1.deb" >/dev/null
  rm -r "$out/tree/DEBIAN"
}

rpm() { # rpm ARCHITECTURE
  command -v rpmbuild >/dev/null || { echo "release: no rpmbuild, so no .rpm"; return 0; }
  cat >"$out/hypermax.spec" <<SPEC
Name: hypermax
Version: ${version//-/\~}
Release: 1
Summary: $about
License: MIT
URL: $url
AutoReqProv: no
Requires: glibc, libgcc, libstdc++, zlib
%global __os_install_post %{nil}
%global _build_id_links none
%description
Runs, resumes and reports searches for hyperparameters, from a search.json or by ask and tell.
%install
cp -a "$PWD/$out/tree/." %{buildroot}
%files
/usr/bin/hypermax
/usr/lib/hypermax
/usr/share/doc/hypermax
/usr/share/bash-completion/completions/hypermax
/usr/share/zsh/vendor-completions/_hypermax
/usr/share/fish/vendor_completions.d/hypermax.fish
SPEC
  rpmbuild -bb --quiet --target "$1" --define "_topdir $PWD/$out/rpm" --define '_binary_payload w3.xzdio' "$out/hypermax.spec"
  mv "$out"/rpm/RPMS/"$1"/*.rpm "$out/"
  rm -r "$out/rpm" "$out/hypermax.spec"
}

[ $# -gt 0 ] || set -- linux-x64 linux-arm64 win-x64 osx-arm64
for rid in "$@"; do
  publish "$rid"
done

for rid in "$@"; do
  case $rid in
    linux-x64) names='amd64 x86_64' ;;
    linux-arm64) names='arm64 aarch64' ;;
    *) continue ;;
  esac
  if ! "$out/linux-x64/hypermax" --version >/dev/null 2>&1; then
    echo "release: no package of $rid, as its completions are written by the build for linux-x64, which is not there or does not run here"
    continue
  fi
  tree "$rid"
  deb "${names% *}"
  rpm "${names#* }"
done
rm -rf "$out/tree"
ls -l "$out" | awk 'NR > 1 { print $5, $9 }'
