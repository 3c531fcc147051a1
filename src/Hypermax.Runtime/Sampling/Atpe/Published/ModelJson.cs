using System.Text.Json;

namespace Hypermax.Sampling.Atpe.Published;

/// <summary>Reads numbers from a JSON file that goes with the models; whatever is not as it must be is a fault with the name of the file.</summary>
internal sealed class ModelJson : IDisposable
{
    private readonly JsonDocument _document;
    private readonly string _file;

    private ModelJson(JsonDocument document, string file) => (_document, _file) = (document, file);

    /// <summary>Opens a file.</summary>
    /// <exception cref="FormatException">The file is no JSON object.</exception>
    public static ModelJson Open(string folder, string file)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ModelJson(document, file)
                : throw new FormatException($"'{file}', line 1: a JSON object must stand here.");
        }
        catch (JsonException fault)
        {
            throw new FormatException(FormattableString.Invariant($"'{file}', line {(fault.LineNumber ?? 0) + 1}: this is no JSON."), fault);
        }
    }

    /// <summary>Gets the finite number at a path of names; a list of one number counts as the number.</summary>
    public double Number(params string[] path)
    {
        JsonElement element = _document.RootElement;
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                throw Fault(path, "is missing");
            }
        }

        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 1)
        {
            element = element[0];
        }

        return element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Fault(path, "is no number");
    }

    /// <summary>Gets a number above 0.</summary>
    public double Positive(params string[] path) => Number(path) is > 0 and double number ? number : throw Fault(path, "must be above 0");

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private FormatException Fault(string[] path, string fault) => new($"'{_file}': '{string.Join('.', path)}' {fault}.");
}
