using System.Globalization;
using Hypermax.Execution.Command;

namespace Hypermax.Slurm;

/// <summary>Writes the script that starts workers on one machine, for those who have no Slurm there.</summary>
internal static class ShellScript
{
    /// <summary>Writes the script.</summary>
    /// <param name="workers">How many workers it starts.</param>
    /// <param name="line">One of them.</param>
    /// <param name="logs">The folder for their logs.</param>
    /// <param name="directory">The folder that trials start in.</param>
    public static string Write(int workers, WorkerLine line, string logs, string directory) => string.Create(CultureInfo.InvariantCulture, $$"""
        #!/bin/sh
        # Workers of the study in {{ShellText.Line(line.Folder)}} on this machine; written by hypermax slurm.
        # Start it as often as you like, here and on other machines that see the folder: all work on one study.
        cd {{CommandLine.Quote(directory)}} || exit {{ExitCodes.Environment}}
        logs={{CommandLine.Quote(logs)}}
        mkdir -p "$logs" || exit {{ExitCodes.Environment}}
        workers=
        trap 'kill -TERM $workers 2>/dev/null' TERM INT HUP
        i=0
        while [ "$i" -lt {{workers}} ]; do
          {{line.Write()}} >>"$logs/worker_$(uname -n)_$$_$i.txt" 2>&1 &
          workers="$workers $!"
          i=$((i + 1))
        done

        # A signal ends a wait early; the workers then have their time to give trials back.
        code=0
        for worker in $workers; do
          wait "$worker"; status=$?
          while kill -0 "$worker" 2>/dev/null; do wait "$worker"; status=$?; done
          [ "$status" -gt "$code" ] && code=$status
        done
        exit "$code"

        """).ReplaceLineEndings("\n");
}
