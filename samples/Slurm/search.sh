#!/bin/sh
# A hundred searches as the tasks of a job array, ten at once; each of them trains once and shares one history.
#   ./search.sh [TASKS] [TRIALS] [OPTIONS OF 'hypermax slurm submit' …]
set -eu
cd "$(dirname "$0")"
tasks=${1:-100}
trials=${2:-$tasks}
[ $# -lt 1 ] || shift
[ $# -lt 1 ] || shift

# Delete or rename the folder to begin anew.
history=${HISTORY_FOLDER:-history}
hypermax=${HYPERMAX:-hypermax}
export PYTHONDONTWRITEBYTECODE=1

$hypermax slurm submit "${CONFIGURATION:-search.json}" --folder "$history" --array "1-$tasks%10" --trials-per-task "$(((trials + tasks - 1) / tasks))" \
  --time 10 --cpus 1 --memory 500 -p "HypertuneTrials=$trials" "$@"
$hypermax slurm watch "$history"
