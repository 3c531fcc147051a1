using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Json.Schema;

namespace Hypermax.Tests.Ci;

/// <summary>Reads what was written with readers that know nothing of the writers, against schemas.</summary>
internal static class CiFiles
{
    public static string Write(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static XDocument ReadXml(string text, string schema)
    {
        XmlReaderSettings settings = new() { ValidationType = ValidationType.Schema, DtdProcessing = DtdProcessing.Prohibit };
        using (XmlReader source = XmlReader.Create(Resource(schema)))
        {
            settings.Schemas.Add(null, source);
        }

        List<string> problems = [];
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, found) => problems.Add($"{found.Severity}: {found.Message}");
        using XmlReader reader = XmlReader.Create(new StringReader(text), settings);
        XDocument document = XDocument.Load(reader);
        Assert.Empty(problems);
        return document;
    }

    public static JsonElement ReadJson(string text, string schema)
    {
        using StreamReader source = new(Resource(schema));
        JsonElement json = JsonDocument.Parse(text).RootElement;
        EvaluationOptions options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        EvaluationResults results = JsonSchema.FromText(source.ReadToEnd()).Evaluate(json, options);
        IEnumerable<string> problems = from detail in results.Details ?? []
                                       where detail.Errors is not null
                                       select $"{detail.InstanceLocation}: {string.Join(" ", detail.Errors!.Values)}";
        Assert.True(results.IsValid, string.Join('\n', problems));
        return json;
    }

    private static Stream Resource(string name) => typeof(CiFiles).Assembly.GetManifestResourceStream(name)!;
}
