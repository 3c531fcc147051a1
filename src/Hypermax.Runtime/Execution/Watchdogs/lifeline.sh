# Ends what a search has started when the search is gone, however it went: the input is a pipe that only the search holds
# open. It says which process groups begin (+) and end (-). $1 is the mark that all its processes carry in their environment,
# $2 the beginning of the names of its control groups, or nothing.
trap '' HUP INT TERM QUIT
exec >/dev/null 2>&1
groups=' '
while read -r sign group; do
  case "$sign$groups" in
    +*) groups="$groups$group " ;;
    -*" $group "*) groups="${groups%% $group *} ${groups#* $group }" ;;
  esac
done
marked() { grep -lsF "HYPERMAX_TREE=$1" /proc/[0-9]*/environ | while IFS=/ read -r _ _ process _; do echo "$process"; done; }
for round in 1 2 3 4 5 6 7 8 9 10; do
  found=
  if [ -n "$2" ]; then
    for control in "$2"*; do
      [ -w "$control/cgroup.kill" ] && echo 1 >"$control/cgroup.kill"
    done
  fi
  for group in $groups; do
    kill -KILL -- "-$group" && found=1
  done
  for process in $(marked "$1"); do
    kill -KILL "$process" && found=1
  done
  [ -n "$found" ] || break
  sleep 0.05 || sleep 1
done
[ -z "$2" ] || rmdir "$2"*
