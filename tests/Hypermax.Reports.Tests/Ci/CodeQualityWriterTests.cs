using System.Text.Json;
using Hypermax.Ci;
using Hypermax.Ci.GitLab;

namespace Hypermax.Tests.Ci;

public sealed class CodeQualityWriterTests
{
    [Fact]
    public void Write_AnyResult_KeepsTheSchemaWithAFingerprintForEach() => Assert.All(CiSamples.All, result =>
    {
        JsonElement[] issues = [.. CiFiles.ReadJson(Text(result), "gitlab.json").EnumerateArray()];

        Assert.Equal(result.AllRemarks.Count(), issues.Length);
        Assert.Equal(issues.Length, issues.Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct().Count());
    });

    [Fact]
    public void Write_TextWithOtherFigures_KeepsItsFingerprint()
    {
        CiStudy Later(CiStudy study) => study with { Remarks = [.. study.Remarks.Select(remark => remark with { Text = "other figures" })] };
        CiResult later = CiSamples.Ordinary with { Studies = [.. CiSamples.Ordinary.Studies.Select(Later)] };

        Assert.Equal(Fingerprints(CiSamples.Ordinary), Fingerprints(later));
    }

    private static string[] Fingerprints(CiResult result) =>
        [.. CiFiles.ReadJson(Text(result), "gitlab.json").EnumerateArray().Select(issue => issue.GetProperty("fingerprint").GetString()!)];

    private static string Text(CiResult result) => CiFiles.Write(stream => CodeQualityWriter.Write(stream, result, CiSamples.PlacesOf(result)));
}
