using System.Globalization;
using System.Xml;

namespace Hypermax.Ci.Trx;

/// <summary>Writes the results file of Visual Studio and <c>dotnet test</c>: a test for each study, and one for the project where it fails by itself.</summary>
internal static class TrxWriter
{
    private const string Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // Ids that every such file has: the type of plain tests, and the list of results that are in no list.
    private const string UnitTestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string DefaultList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";

    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, CiResult result)
    {
        TrxTest[] tests = [.. TrxTest.Of(result)];
        using XmlWriter writer = XmlWriter.Create(stream, CiXml.Settings);
        writer.WriteStartDocument();
        writer.WriteStartElement("TestRun", Namespace);
        writer.WriteAttributeString("id", Id(result.Project, Time(result.Started)));
        CiXml.WriteAttribute(writer, "name", $"Hypermax {result.Project}");
        (string start, string end) = (Time(result.Started), Time(result.Started + result.Duration));
        Write(writer, "Times", ("creation", start), ("queuing", start), ("start", start), ("finish", end));
        WriteList(writer, "Results", tests, WriteResult);
        WriteList(writer, "TestDefinitions", tests, WriteDefinition);
        WriteList(writer, "TestEntries", tests, WriteEntry);
        writer.WriteStartElement("TestLists");
        Write(writer, "TestList", ("name", "Results Not in a List"), ("id", DefaultList));
        writer.WriteEndElement();
        WriteSummary(writer, tests);
        writer.WriteEndElement();
    }

    /// <summary>Gets an id that stays the same while the parts do.</summary>
    internal static string Id(params string[] parts) => new Guid(Convert.FromHexString(CiText.Fingerprint(parts))).ToString();

    /// <summary>Gets a time as such files have it.</summary>
    internal static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    private static void WriteResult(XmlWriter writer, TrxTest test)
    {
        writer.WriteStartElement("UnitTestResult");
        WriteAttributes(
            writer,
            ("executionId", test.Execution),
            ("testId", test.Id),
            ("testName", test.Name),
            ("computerName", "hypertune"),
            ("duration", test.Duration.ToString(@"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture)),
            ("startTime", Time(test.Started)),
            ("endTime", Time(test.Started + test.Duration)),
            ("testType", UnitTestType),
            ("outcome", test.Outcome),
            ("testListId", DefaultList));
        writer.WriteStartElement("Output");
        CiXml.WriteElement(writer, "StdOut", test.Output);
        if (test.Error.Length > 0)
        {
            writer.WriteStartElement("ErrorInfo");
            CiXml.WriteElement(writer, "Message", test.Error);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteDefinition(XmlWriter writer, TrxTest test)
    {
        writer.WriteStartElement("UnitTest");
        WriteAttributes(writer, ("name", test.Name), ("storage", test.Project), ("id", test.Id));
        Write(writer, "Execution", ("id", test.Execution));
        (string, string) adapter = ("adapterTypeName", "executor://hypermax/v1");
        Write(writer, "TestMethod", ("codeBase", test.Project), adapter, ("className", test.ClassName), ("name", test.Name));
        writer.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter writer, TrxTest test) =>
        Write(writer, "TestEntry", ("testId", test.Id), ("executionId", test.Execution), ("testListId", DefaultList));

    private static void WriteSummary(XmlWriter writer, TrxTest[] tests)
    {
        int failed = tests.Count(test => test.IsFailed);
        writer.WriteStartElement("ResultSummary");
        WriteAttributes(writer, ("outcome", failed > 0 ? "Failed" : "Completed"));
        (string total, string passed) = (Number(tests.Length), Number(tests.Length - failed));
        Write(writer, "Counters", ("total", total), ("executed", total), ("passed", passed), ("failed", Number(failed)));
        writer.WriteEndElement();
    }

    private static void WriteList(XmlWriter writer, string name, TrxTest[] tests, Action<XmlWriter, TrxTest> write)
    {
        writer.WriteStartElement(name);
        Array.ForEach(tests, test => write(writer, test));
        writer.WriteEndElement();
    }

    private static void Write(XmlWriter writer, string element, params (string Name, string Text)[] attributes)
    {
        writer.WriteStartElement(element);
        WriteAttributes(writer, attributes);
        writer.WriteEndElement();
    }

    private static void WriteAttributes(XmlWriter writer, params (string Name, string Text)[] attributes) =>
        Array.ForEach(attributes, attribute => CiXml.WriteAttribute(writer, attribute.Name, attribute.Text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
