using Hypermax.Execution.Command;
using Hypermax.Execution.PythonFunction;
using Hypermax.Fingerprints;

namespace Hypermax.Tests.Fingerprints;

public sealed class CommandFingerprintTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-print-").FullName;

    private static PythonFunctionSpec Function { get; } = new() { Module = "model", Name = "train" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("./train --rate {rate}", "train", true)]
    [InlineData("python3 train.py {rate}", "train.py", true)]
    [InlineData("python3 train.py {rate}", "other.py", false)]
    [InlineData("./train --log out.txt", "out.txt", false)]
    public void OfCommand_FileChanged_DiffersWhenItIsTheProgram(string command, string file, bool differs)
    {
        Write("train", "1");
        Write("train.py", "1");
        Write(file, "1");
        string before = CommandFingerprint.OfCommand(CommandSpec.Parse(command), _folder);

        Write(file, "2");

        Assert.Equal(differs, before != CommandFingerprint.OfCommand(CommandSpec.Parse(command), _folder));
    }

    [Fact]
    public void OfCommand_OtherWords_Differs() => Assert.NotEqual(
        CommandFingerprint.OfCommand(CommandSpec.Parse("echo {rate}"), _folder),
        CommandFingerprint.OfCommand(CommandSpec.Parse("echo -n {rate}"), _folder));

    [Fact]
    public void OfCommand_OtherVariable_Differs()
    {
        CommandSpec plain = CommandSpec.Parse("echo {rate}");

        Assert.NotEqual(
            CommandFingerprint.OfCommand(plain, _folder),
            CommandFingerprint.OfCommand(plain with { Environment = new Dictionary<string, string?> { ["MODEL"] = "large" } }, _folder));
    }

    [Theory]
    [InlineData("model.py")]
    [InlineData("model/__init__.py")]
    public void OfPython_ModuleChanged_Differs(string file)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "model"));
        Write(file, "1");
        string before = CommandFingerprint.OfPython(Function, _folder);

        Write(file, "2");

        Assert.NotEqual(before, CommandFingerprint.OfPython(Function, _folder));
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
