namespace Hypermax.Tests.Slurm;

/// <summary>Programs of Slurm by name only, for what a real cluster does too seldom.</summary>
internal sealed class FakeSlurm : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-fake-").FullName;

    public FakeSlurm()
    {
        Program("sinfo", "echo 'main*|4|2048|infinite|(null)'");
        Program("scontrol", "echo 'MaxArraySize            = 1001'");
        Program("squeue", "true");
        Program("scancel", "true");
        Program("sbatch", "echo 7");
    }

    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}",
        ["FAKE"] = _folder,
        ["LANG"] = "de_DE.UTF-8",
        ["LC_ALL"] = "de_DE.UTF-8",
        ["SQUEUE_FORMAT"] = "%i",
    };

    /// <summary>Gets how often a program was called.</summary>
    public int Calls(string program)
    {
        string calls = Path.Combine(_folder, program + ".calls");
        return File.Exists(calls) ? File.ReadAllLines(calls).Length : 0;
    }

    /// <summary>Writes a program.</summary>
    public void Program(string name, string script)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\necho \"$@\" >> \"$FAKE/{name}.calls\"\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
