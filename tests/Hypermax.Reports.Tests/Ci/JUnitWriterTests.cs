using System.Xml.Linq;
using Hypermax.Ci;
using Hypermax.Ci.JUnit;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Ci;

public sealed class JUnitWriterTests
{
    [Fact]
    public void Write_AnyResult_IsWhatReadersAgreeOn() => Assert.All(CiSamples.All, result =>
    {
        XElement root = CiFiles.ReadXml(Text(result), "junit.xsd").Root!;
        XElement[] cases = [.. root.Descendants("testcase")];

        Assert.Equal(cases.Length, (int)root.Attribute("tests")!);
        Assert.Equal(cases.Count(found => found.Element("failure") is not null), (int)root.Attribute("failures")!);
        Assert.Equal(cases.Count(found => found.Element("error") is not null), (int)root.Attribute("errors")!);
    });

    [Fact]
    public void Write_OrdinaryResult_IsAsVerified() => Golden.Verify(Text(CiSamples.Ordinary), "xml");

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Write_EveryCulture_SameFile(string culture) =>
        Assert.Equal(Text(CiSamples.Ordinary), Cultures.Under(culture, () => Text(CiSamples.Ordinary)));

    [Fact]
    public void Write_HostileTexts_ComeBackWithoutWhatXmlForbids()
    {
        XElement root = CiFiles.ReadXml(Text(CiSamples.Attack), "junit.xsd").Root!;
        XElement study = root.Descendants("testcase").First();

        Assert.Equal(CiText.OneLine(CiSamples.Hostile), (string)study.Attribute("name")!);
        Assert.Contains(CiText.Clean(CiSamples.Hostile).ReplaceLineEndings("\n"), study.Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Contains("]]>", study.Element("system-out")!.Value, StringComparison.Ordinal);
    }

    private static string Text(CiResult result) => CiFiles.Write(stream => JUnitWriter.Write(stream, result, CiSamples.PlacesOf(result)));
}
