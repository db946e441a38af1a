#!/usr/bin/env bash
# Builds the city's container image as one file, an OCI archive, without a container engine and without a registry:
# some files of Debian's packages, a Java runtime linked from the JDK that is here, and the city's JAR.
# The same JDK, packages and sources give the same bytes.
set -euo pipefail
export LC_ALL=C
umask 022

readonly could_not_start=3 wrong_usage=2
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
root=$(dirname "$here")
readonly here root
readonly needed_java=25 user=10001 name=city
readonly java_modules=java.se,jdk.unsupported,jdk.management,jdk.crypto.ec,jdk.zipfs,jdk.naming.dns,jdk.net,jdk.jfr,jdk.jcmd,jdk.httpserver,jdk.security.auth
# With the launcher's flags of the JVM, which `java` reads from here.
readonly java_options="-XX:MaxRAMPercentage=50 -XX:GCTimeRatio=24 -XX:+UseTransparentHugePages -Xlog:pagesize=off -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData --sun-misc-unsafe-memory-access=allow"

stop() { # exit code, one line that says what to do
    echo "image.sh: $2" >&2
    exit "$1"
}

usage="usage: deploy/image.sh [--jar FILE] [--output FILE] [--work DIR]"
jar=$root/app/target/city.jar output=$here/target/city-image.tar work=$here/target
given_jar=
while (($# > 0)); do
    (($# > 1)) || stop $wrong_usage "$usage"
    case $1 in
        --jar) jar=$(readlink -f "$2") given_jar=yes ;;
        --output) output=$(readlink -f "$2") ;;
        --work) work=$(readlink -f "$2") ;;
        *) stop $wrong_usage "$usage" ;;
    esac
    shift 2
done

# ---- what it is made of ---------------------------------------------------------------------------------------------

find_jdk() { # with jlink, because the image gets a runtime and not a JDK
    local home
    for home in "${JAVA_HOME:-/none}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
        [[ -x $home/bin/jlink ]] || continue
        (($(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || echo 0) >= needed_java)) || continue
        echo "$home"
        return
    done
    stop $could_not_start "needs a JDK $needed_java or later with jlink; install one or point JAVA_HOME at it"
}

for tool in apt-get dpkg-deb tar gzip sha256sum; do
    command -v "$tool" >/dev/null ||
        stop $could_not_start "needs '$tool': build the image on Debian or Ubuntu, whose packages it is made of"
done
jdk=$(find_jdk)
[[ -n $given_jar ]] || "$root/city" version >&2 # builds the JAR when sources are newer
[[ -f $jar ]] || stop $could_not_start "there is no $jar; run './city version' or name another with --jar"

version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -1)
created=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$root/pom.xml" | head -1)
architecture=$(dpkg --print-architecture)
mkdir -p "$work" "$(dirname "$output")"
rm -rf "$work"/{system,java,city,image}
mkdir -p "$work"/{debs,system,java,city,image/blobs/sha256}

# ---- the three layers, what changes least at the bottom -------------------------------------------------------------

extract() { # package, files of it; all of them without any
    local package=$1 deb files
    shift
    deb=$(find "$work/debs" -name "${package}_*.deb" | sort -V | tail -1)
    files=("${@/#/./}")
    # Debian's folders of old are links to those under /usr.
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/system" --keep-directory-symlink --no-same-owner ${files[@]+"${files[@]}"}
    [[ ! -f $work/system/usr/share/doc/$package/copyright ]] ||
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/system" --no-same-owner "./usr/share/doc/$package/copyright"
    # Where scanners of images look for what is in one.
    dpkg-deb --field "$deb" Package Version Architecture Source Maintainer >"$work/system/var/lib/dpkg/status.d/$package"
}

system_layer() {
    local at=$work/system package files
    mkdir -p "$at"/{dev,etc,proc,sys,tmp,data,usr/{bin,lib,lib64,sbin},var/lib/dpkg/status.d}
    for package in bin lib lib64 sbin; do ln -s "usr/$package" "$at/$package"; done
    mapfile -t wanted < <(sed 's/#.*//; s/ .*//; /^$/d' "$here/packages.txt")
    (cd "$work/debs" && rm -f ./*.deb && apt-get -q -q -o APT::Sandbox::User=root download "${wanted[@]}" >&2) ||
        stop $could_not_start "Debian's packages could not be fetched; try 'apt-get update' first"
    while read -r package files; do
        # shellcheck disable=SC2086 # one word a file
        extract "$package" $files
    done < <(sed 's/#.*//; /^$/d' "$here/packages.txt")
    ln -sf dash "$at/usr/bin/sh"
    rm -rf "$at"/usr/share/{lintian,bug,man,locale} "$at"/usr/lib/systemd
    printf 'root:x:0:0:root:/:/usr/sbin/nologin\n%s:x:%d:%d:the city:/data:/usr/sbin/nologin\n' $name $user $user >"$at/etc/passwd"
    printf 'root:x:0:\n%s:x:%d:\n' $name $user >"$at/etc/group"
    printf 'hosts: files dns\n' >"$at/etc/nsswitch.conf"
}

java_layer() {
    mkdir -p "$work/java/opt"
    "$jdk/bin/jlink" --add-modules $java_modules --strip-debug --no-header-files --no-man-pages \
        --output "$work/java/opt/java"
}

city_layer() {
    mkdir -p "$work/city/city"
    cp "$jar" "$work/city/city/city.jar"
}

# ---- the archive ----------------------------------------------------------------------------------------------------

pack() { # folder and tar's own words: one entry after the other in the order of their names, nothing of this machine
    local folder=$1
    shift
    tar -C "$folder" --create --sort=name --format=gnu --mtime="$created" --numeric-owner "$@"
}

digest() { sha256sum "$1" | cut -d' ' -f1; }

keep() { # a file becomes a blob under its own digest, which is said
    local of
    of=$(digest "$1")
    mv "$1" "$work/image/blobs/sha256/$of"
    echo "$of"
}

size() { stat -c %s "$work/image/blobs/sha256/$1"; }

layer() { # name; prints digest of the tar, then digest of the blob
    local tar=$work/$1.tar
    # No setuid and no group rights: modes are made, not taken over.
    pack "$work/$1" --owner=0 --group=0 --mode=u=rwX,go=rX --exclude=./data --exclude=./tmp --file="$tar" .
    if [[ -d $work/$1/data ]]; then
        pack "$work/$1" --owner=$user --group=$user --mode=0700 --file="$tar.data" ./data
        pack "$work/$1" --owner=0 --group=0 --mode=1777 --file="$tar.tmp" ./tmp
        tar --concatenate --file="$tar" "$tar.data"
        tar --concatenate --file="$tar" "$tar.tmp"
        rm "$tar.data" "$tar.tmp"
    fi
    digest "$tar"
    gzip --no-name --force "$tar"
    keep "$tar.gz"
}

descriptor() { # media type, digest
    printf '{"mediaType":"application/vnd.oci.image.%s","digest":"sha256:%s","size":%d}' "$1" "$2" "$(size "$2")"
}

join() { local IFS=,; echo "$*"; }

system_layer
java_layer
city_layer
diffs=() layers=() paths=()
for each in system java city; do
    mapfile -t both < <(layer $each)
    diffs+=("\"sha256:${both[0]}\"")
    layers+=("$(descriptor layer.v1.tar+gzip "${both[1]}")")
    paths+=("\"blobs/sha256/${both[1]}\"")
done

cat >"$work/config.json" <<END
{"created":"$created","architecture":"$architecture","os":"linux","config":{"User":"$user:$user","WorkingDir":"/city",\
"Entrypoint":["java","-jar","city.jar"],"Cmd":["run"],\
"Env":["PATH=/opt/java/bin:/usr/bin","JAVA_HOME=/opt/java","JDK_JAVA_OPTIONS=$java_options","CITY_DATA=/data","LANG=C.UTF-8"],\
"Volumes":{"/data":{}},"ExposedPorts":{"8080/tcp":{},"1883/tcp":{}},"StopSignal":"SIGTERM",\
"Labels":{"org.opencontainers.image.title":"$name","org.opencontainers.image.version":"$version","org.opencontainers.image.description":"Multi-Agent City Platform"}},\
"rootfs":{"type":"layers","diff_ids":[$(join "${diffs[@]}")]}}
END
config=$(keep "$work/config.json")
printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}' \
    "$(descriptor config.v1+json "$config")" "$(join "${layers[@]}")" >"$work/manifest.json"
manifest=$(keep "$work/manifest.json")

printf '{"imageLayoutVersion":"1.0.0"}' >"$work/image/oci-layout"
names="\"org.opencontainers.image.ref.name\":\"$version\",\"io.containerd.image.name\":\"docker.io/library/$name:$version\""
described=$(descriptor manifest.v1+json "$manifest")
printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[%s,"annotations":{%s}}]}' \
    "${described%\}}" "$names" >"$work/image/index.json"
# `docker load` before version 25 reads this instead.
printf '[{"Config":"blobs/sha256/%s","RepoTags":["%s:%s"],"Layers":[%s]}]' \
    "$config" $name "$version" "$(join "${paths[@]}")" >"$work/image/manifest.json"
pack "$work/image" --owner=0 --group=0 --mode=u=rwX,go=rX --file="$output" .
echo "$output ($name:$version, $(du -m "$output" | cut -f1) MB, sha256 $(digest "$output"))"
