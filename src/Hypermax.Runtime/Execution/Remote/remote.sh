# Runs one trial and stays beside it. The first line of standard input is for the trial; after that the input is a life
# line: when it ends, whoever asked for the trial is gone or wants it to stop, and the trial ends with all it started.
@CD@
IFS= read -r hypermax_input
exec 3<&0
end_tree() {
  kill -"$1" -- "-$hypermax_trial" 2>/dev/null
  for hypermax_process in /proc/[0-9]*; do
    if tr '\0' '\n' 2>/dev/null <"$hypermax_process/environ" | grep -qx 'HYPERMAX_REMOTE_TREE=@MARK@'; then
      kill -"$1" "${hypermax_process#/proc/}" 2>/dev/null
    fi
  done 2>/dev/null
}
hypermax_session=$(command -v setsid) || set -m
printf '%s\n' "$hypermax_input" | env HYPERMAX_REMOTE_TREE=@MARK@ HYPERMAX_SLOT=@SLOT@ $hypermax_session sh -c @COMMAND@ 3<&- &
hypermax_trial=$!
( while read -r hypermax_input <&3; do :; done; end_tree TERM; sleep @GRACE@; end_tree KILL ) >/dev/null 2>&1 &
hypermax_watch=$!
exec 3<&- </dev/null
wait "$hypermax_trial"
hypermax_code=$?
kill "$hypermax_watch" 2>/dev/null
end_tree KILL
exit "$hypermax_code"
