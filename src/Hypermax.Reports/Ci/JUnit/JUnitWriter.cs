using System.Globalization;
using System.Xml;
using Hypermax.Summary;

namespace Hypermax.Ci.JUnit;

/// <summary>Writes JUnit's XML as servers read it: a suite for the project, a case for each study, and one for the project where it fails by itself.</summary>
internal static class JUnitWriter
{
    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, CiResult result, CiPlaces places)
    {
        using XmlWriter writer = XmlWriter.Create(stream, CiXml.Settings);
        CiRemark[] errors = [.. result.Remarks.Where(remark => remark.Level == CiLevel.Error)];
        string tests = Number(result.Studies.Count + (errors.Length > 0 ? 1 : 0));
        string failures = Number(result.Studies.Count(study => study.IsFailed));
        string faults = Number(errors.Length > 0 ? 1 : 0);
        writer.WriteStartDocument();
        writer.WriteStartElement("testsuites");
        WriteCounts(writer, "Hypermax", tests, failures, faults, result.Duration);
        writer.WriteStartElement("testsuite");
        WriteCounts(writer, result.Project, tests, failures, faults, result.Duration);
        writer.WriteAttributeString("skipped", "0");
        writer.WriteAttributeString("timestamp", result.Started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (CiStudy study in result.Studies)
        {
            WriteCase(writer, result, study, places);
        }

        if (errors.Length > 0)
        {
            writer.WriteStartElement("testcase");
            WriteIdentity(writer, result.Project, result.Project, places.Of(errors[0]), result.Duration);
            WriteProblems(writer, "error", errors);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, CiResult result, CiStudy study, CiPlaces places)
    {
        writer.WriteStartElement("testcase");
        WriteIdentity(writer, result.Project, study.Name, places.Of(study.Position), study.Duration);
        if (study.IsFailed)
        {
            WriteProblems(writer, "failure", [.. study.Errors]);
        }

        writer.WriteStartElement("system-out");
        CiXml.WriteText(writer, StudyText.Of(study));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter writer, string name, string tests, string failures, string errors, TimeSpan time)
    {
        CiXml.WriteAttribute(writer, "name", name);
        writer.WriteAttributeString("tests", tests);
        writer.WriteAttributeString("failures", failures);
        writer.WriteAttributeString("errors", errors);
        writer.WriteAttributeString("time", Seconds(time));
    }

    private static void WriteIdentity(XmlWriter writer, string suite, string name, CiPlace place, TimeSpan time)
    {
        CiXml.WriteAttribute(writer, "classname", suite);
        CiXml.WriteAttribute(writer, "name", name);
        CiXml.WriteAttribute(writer, "file", place.File);
        writer.WriteAttributeString("line", Number(place.Line));
        writer.WriteAttributeString("time", Seconds(time));
    }

    // One element for all: readers show the first only.
    private static void WriteProblems(XmlWriter writer, string element, CiRemark[] problems)
    {
        writer.WriteStartElement(element);
        CiXml.WriteAttribute(writer, "message", Words.Shorten(CiText.OneLine(problems[0].Text), 300));
        CiXml.WriteAttribute(writer, "type", problems[0].Rule);
        CiXml.WriteText(writer, string.Join("\n", problems.Select(problem => $"{problem.Rule}: {problem.Text}")));
        writer.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);
}
