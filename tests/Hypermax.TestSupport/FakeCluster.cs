namespace Hypermax.TestSupport;

/// <summary>Programs by the names of Slurm's that run jobs on this machine, and do what a test wants of a cluster that behaves badly.</summary>
/// <remarks>What a test wants stands in hooks, which each program reads first; a hook may say something and leave.</remarks>
public sealed class FakeCluster : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-cluster-").FullName;

    public FakeCluster()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "jobs"));
        Program("sinfo", "echo 'main*|4|2048|infinite|(null)'");
        Program(
            "sbatch",
            """
            for script; do :; done
            name=$(sed -n 's/^#SBATCH --job-name=//p' "$script")
            output=$(sed -n 's/^#SBATCH --output=//p' "$script" | tr -d '"')
            . "$here/sbatch.hook"
            [ "$1" = --test-only ] && exit 0
            id=$(wc -l < "$here/sbatch.calls")
            echo "$id" > "$here/jobs/$name.id"
            . "$here/start.hook"
            setsid sh -c 'sh "$1" >> "$2" 2>&1; echo $? > "$3.code"' job "$script" "$output" "$here/jobs/$name" < /dev/null > /dev/null 2>&1 &
            echo $! > "$here/jobs/$name.pid"
            echo "$id"
            """);
        Program(
            "squeue",
            """
            . "$here/squeue.hook"
            for name in $(printf '%s\n' "$@" | sed -n 's/^--name=//p' | tr , ' '); do
              job=$here/jobs/$name
              reason=None
              [ -f "$job.id" ] || continue
              if [ -f "$job.state" ]; then state=$(cut -d: -f1 "$job.state"); reason=$(cut -d: -f2 "$job.state")
              elif [ -f "$job.code" ]; then [ "$(cat "$job.code")" = 0 ] && state=COMPLETED || state=FAILED
              elif [ ! -f "$job.cancelled" ]; then state=RUNNING
              elif ps -e -o pgid=,stat= | awk -v group="$(cat "$job.pid")" '$1 == group && $2 !~ /^Z/ { alive = 1 } END { exit !alive }'; then state=COMPLETING
              else state=CANCELLED
              fi
              echo "$name|$(cat "$job.id")|N/A|$state|node1|$reason"
            done
            """);
        Program(
            "scancel",
            """
            name=${1#--name=}
            . "$here/scancel.hook"
            job=$here/jobs/$name
            [ -f "$job.state" ] && echo 'CANCELLED:None' > "$job.state"
            [ -f "$job.pid" ] && [ ! -f "$job.code" ] || exit 0
            touch "$job.cancelled"
            kill -TERM -"$(cat "$job.pid")" 2> /dev/null
            (sleep 5; kill -KILL -"$(cat "$job.pid")") > /dev/null 2>&1 &
            exit 0
            """);
        foreach (string hook in new[] { "sbatch", "start", "squeue", "scancel" })
        {
            Hook(hook, string.Empty);
        }
    }

    /// <summary>Gets the folder of the programs.</summary>
    public string Bin => _folder;

    /// <summary>Makes a program do something first, in the words of a POSIX shell; <c>start</c> is where a job that was taken would begin.</summary>
    /// <remarks>It sees <c>$here</c>, the folder of the programs, and <c>$name</c> of the job; what a job is to be for <c>squeue</c> it writes as
    /// <c>STATE:REASON</c> into <c>$here/jobs/$name.state</c>.</remarks>
    public void Hook(string program, string script) => File.WriteAllText(Path.Combine(_folder, program + ".hook"), script + "\n");

    /// <summary>Gets the arguments of each call of a program.</summary>
    public string[] Calls(string program)
    {
        string calls = Path.Combine(_folder, program + ".calls");
        return File.Exists(calls) ? File.ReadAllLines(calls) : [];
    }

    /// <summary>Gets the submissions, checks before them not counted.</summary>
    public int Submissions => Calls("sbatch").Count(call => !call.Contains("--test-only", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Program(string name, string script)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\nhere=$(dirname \"$0\")\necho \"$@\" >> \"$here/{name}.calls\"\n{script}\n".ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
