using System.Xml.Linq;
using Hypermax.Ci;
using Hypermax.Ci.Trx;

namespace Hypermax.Tests.Ci;

public sealed class TrxWriterTests
{
    private static readonly XNamespace Space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Fact]
    public void Write_AnyResult_KeepsTheFormAndNamesEachTestThroughout() => Assert.All(CiSamples.All, result =>
    {
        XElement root = CiFiles.ReadXml(Text(result), "trx.xsd").Root!;
        XElement[] results = [.. root.Descendants(Space + "UnitTestResult")];
        XElement counters = root.Descendants(Space + "Counters").Single();

        Assert.Equal(Attributes(results, "testId"), Attributes(root.Descendants(Space + "UnitTest"), "id"));
        Assert.Equal(Attributes(results, "executionId"), Attributes(root.Descendants(Space + "Execution"), "id"));
        Assert.Equal(Attributes(results, "executionId"), Attributes(root.Descendants(Space + "TestEntry"), "executionId"));
        Assert.Equal(results.Length, (int)counters.Attribute("total")!);
        Assert.Equal(results.Count(test => (string)test.Attribute("outcome")! == "Failed"), (int)counters.Attribute("failed")!);
    });

    [Fact]
    public void Write_Studies_PassAndFailWithWhatTheyPrinted()
    {
        XElement[] results = [.. CiFiles.ReadXml(Text(CiSamples.Ordinary), "trx.xsd").Descendants(Space + "UnitTestResult")];

        Assert.Equal(["Passed", "Failed"], Attributes(results, "outcome"));
        Assert.Contains("trial 7 failed (exception) at Trees=1 Criterion=gini: DivideByZeroException", results[0].Value, StringComparison.Ordinal);
        Assert.Contains("HypertuneFailOn forbids", results[1].Descendants(Space + "Message").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_LaterRun_HasTheSameTestsAndOtherExecutions()
    {
        XDocument first = CiFiles.ReadXml(Text(CiSamples.Ordinary), "trx.xsd");
        XDocument second = CiFiles.ReadXml(Text(CiSamples.Ordinary with { Started = StudySamples.Start.AddDays(1) }), "trx.xsd");

        Assert.Equal(Attributes(first.Descendants(Space + "UnitTest"), "id"), Attributes(second.Descendants(Space + "UnitTest"), "id"));
        Assert.Empty(Attributes(first.Descendants(Space + "Execution"), "id").Intersect(Attributes(second.Descendants(Space + "Execution"), "id")));
    }

    [Fact]
    public void Write_HostileTexts_ComeBackWithoutWhatXmlForbids()
    {
        XElement test = CiFiles.ReadXml(Text(CiSamples.Attack), "trx.xsd").Descendants(Space + "UnitTestResult").First();

        Assert.Equal(CiText.OneLine(CiSamples.Hostile), (string)test.Attribute("testName")!);
        Assert.Contains(CiText.Clean(CiSamples.Hostile).ReplaceLineEndings("\n"), test.Descendants(Space + "Message").Single().Value, StringComparison.Ordinal);
    }

    private static string[] Attributes(IEnumerable<XElement> elements, string name) => [.. elements.Select(element => (string)element.Attribute(name)!)];

    private static string Text(CiResult result) => CiFiles.Write(stream => TrxWriter.Write(stream, result));
}
