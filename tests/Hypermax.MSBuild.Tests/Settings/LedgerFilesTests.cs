using System.Runtime.CompilerServices;
using Hypermax.TestSupport;

namespace Hypermax.Build.Tests.Settings;

/// <summary>What follows from the ledger stands in the files that are built and read; HYPERMAX_ACCEPT=1 writes them.</summary>
public sealed class LedgerFilesTests
{
    [Fact]
    public void Targets_ListTheProperties() => Golden.VerifyFile(LedgerFiles.Targets(), At("src/Hypermax.MSBuild/build/Hypermax.MSBuild.Settings.targets"));

    [Fact]
    public void Attribute_HasItsSettings() => Golden.VerifyFile(LedgerFiles.Attribute(), At("src/Hypermax.Attributes/Studies/ObjectiveAttribute.Settings.cs"));

    [Fact]
    public void TestAttribute_HasTheSameSettings() => Golden.VerifyFile(LedgerFiles.TestAttribute(), At("src/Hypermax.Xunit/TuneAttribute.Settings.cs"));

    [Fact]
    public void Guide_HasARowForEverySetting() => Golden.VerifyFile(LedgerFiles.Guide(), At("docs/guide/settings.md"));

    private static string At(string path, [CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../..", path));
}
