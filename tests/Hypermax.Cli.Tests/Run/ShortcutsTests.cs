using System.CommandLine;
using Hypermax.Run;
using Hypermax.Settings;

namespace Hypermax.Tests.Run;

public sealed class ShortcutsTests
{
    /// <summary>What a property takes as one text a command line takes as one argument too.</summary>
    [Theory]
    [InlineData("--fidelity", new[] { "min=1 max=81" }, "min=1 max=81")]
    [InlineData("--fidelity", new[] { "min=1", "max=81" }, "min=1 max=81")]
    [InlineData("--fidelity", new[] { "max=81", "parameter=my epochs" }, "max=81 parameter='my epochs'")]
    [InlineData("--schedule-option", new[] { "brackets=2 randomShare=0.5" }, "brackets=2 randomShare=0.5")]
    [InlineData("--method-option", new[] { "levels=5 levels.rate=7" }, "levels=5 levels.rate=7")]
    [InlineData("--executor-option", new[] { "command=./x a=b" }, "command='./x a=b'")]
    public void Read_OneArgumentOrSeveral_AreTheSameOptions(string name, string[] given, string expected)
    {
        IReadOnlyList<Option> options = Shortcuts.Create();
        RootCommand command = [];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        KeyValuePair<string, string> read = Assert.Single(Shortcuts.Read(options, command.Parse([.. given.SelectMany(text => new[] { name, text })])));

        Assert.Equal(name, read.Key);
        Assert.True(new OptionsRule().TryRead(expected, out IReadOnlyDictionary<string, string> wanted, out _));
        Assert.True(new OptionsRule().TryRead(read.Value, out IReadOnlyDictionary<string, string> found, out _));
        Assert.Equal(wanted, found);
    }
}
