# Runs one trial and stays beside it. The first line of standard input is for the trial; after that the input is a life
# line: when it ends, whoever asked for the trial is gone or wants it to stop, and the trial ends with all it started.
@CD@
IFS= read -r hypermax_input
exec 3<&0
@MARKED@
# Signals the trial with all it started; true when there was anything.
end_tree() {
  kill -"$1" -- "-$hypermax_trial" 2>/dev/null
  hypermax_found=1
  for hypermax_process in $(hypermax_marked); do
    kill -"$1" "$hypermax_process" 2>/dev/null
    hypermax_found=0
  done
  return $hypermax_found
}
# Again until there is nothing to see: what is being ended may just have started another.
kill_tree() {
  for hypermax_round in 1 2 3 4 5 6 7 8 9 10; do
    end_tree KILL || return
    sleep 0.02 2>/dev/null || sleep 1
  done
}
# Prints the working set in bytes and the processor time in milliseconds of the trial with all that descends from it.
use_of_tree() {
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v root="$1" -v page="$(getconf PAGESIZE)" -v hz="$(getconf CLK_TCK)" '
    { process = $1; sub(/^.*\) /, ""); split($0, f, " "); parent[process] = f[2]; group[process] = f[3]; session[process] = f[4]
      ticks[process] = f[12] + f[13] + f[14] + f[15]; pages[process] = f[22] }
    END { do { more = 0; for (p in parent) if (!(p in tree) && ((p == root) || (parent[p] in tree) || (group[p] == root) || (session[p] == root))) { tree[p]; more = 1 } } while (more)
      for (p in tree) { memory += pages[p]; time += ticks[p] } printf "%.0f %.0f\n", memory * page, time * 1000 / hz }'
}
# Ends the trial when it uses more than it may; says at the end, when it is asked to go, what it saw.
watch_use() {
  hypermax_peak=0 hypermax_limit='' hypermax_sleep=''
  trap 'kill $hypermax_sleep 2>/dev/null; echo "peak $hypermax_peak" >&2; [ -z "$hypermax_limit" ] || echo "limit $hypermax_limit" >&2; exit' TERM
  while kill -0 "$1" 2>/dev/null; do
    read -r hypermax_memory hypermax_time <<USE
$(use_of_tree "$1")
USE
    [ "${hypermax_memory:-0}" -gt "$hypermax_peak" ] && hypermax_peak=$hypermax_memory
    [ @CPU@ -gt 0 ] && [ "${hypermax_time:-0}" -gt @CPU@ ] && hypermax_limit="cpu $hypermax_time"
    [ @MEMORY@ -gt 0 ] && [ "${hypermax_memory:-0}" -gt @MEMORY@ ] && hypermax_limit="memory $hypermax_memory"
    [ @TELLS@ -gt 0 ] && [ "${hypermax_memory:-0}" -gt 0 ] && printf '\036hypermax-@MARK@ %s %s\n' "$hypermax_memory" "$hypermax_time" >&2
    [ -z "$hypermax_limit" ] || kill_tree
    # Only the wait is cut short when the trial ends.
    sleep "$hypermax_pause" 2>/dev/null &
    hypermax_sleep=$!
    wait "$hypermax_sleep"
  done
  # The trial is over; the shell that waits for it asks in a moment, unless it went with the connection.
  while kill -0 $$ 2>/dev/null; do
    sleep "$hypermax_pause" 2>/dev/null &
    hypermax_sleep=$!
    wait "$hypermax_sleep"
  done
}
hypermax_pause=@PAUSE@
sleep 0.01 2>/dev/null || hypermax_pause=1
hypermax_session=$(command -v setsid) || set -m
printf '%s\n' "$hypermax_input" | env HYPERMAX_REMOTE_TREE=@MARK@ HYPERMAX_SLOT=@SLOT@@ENVIRONMENT@ $hypermax_session sh -c @COMMAND@ 3<&- &
hypermax_trial=$!
( while read -r hypermax_input <&3; do :; done; end_tree TERM; sleep @GRACE@; kill_tree ) >/dev/null 2>&1 &
hypermax_watch=$!
# Only its last lines may go out: whoever holds the output keeps the connection open.
( [ -r /proc/self/stat ] && command -v awk && command -v getconf && watch_use "$hypermax_trial" ) 3<&- >/dev/null &
hypermax_meter=$!
exec 3<&- </dev/null
wait "$hypermax_trial"
hypermax_code=$?
kill "$hypermax_watch" 2>/dev/null
# What follows is not the trial's: what it used, for whoever asked for it.
printf '\036hypermax-@MARK@\n' >&2
times >&2
kill_tree
kill "$hypermax_meter" 2>/dev/null
wait "$hypermax_meter"
exit "$hypermax_code"
