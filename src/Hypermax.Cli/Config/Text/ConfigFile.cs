using System.Text;

namespace Hypermax.Config.Text;

/// <summary>Reads a file as JSON or YAML, by its ending; where that tells nothing, as JSON when it begins with a brace.</summary>
internal static class ConfigFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What positions call it.</param>
    /// <exception cref="SyntaxException">It is neither.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Node Read(string path, string shown)
    {
        if (Directory.Exists(path))
        {
            throw new SyntaxException(
                new SourcePosition(shown, 1, 1), $"This is a folder. Name the configuration that lies in it, such as '{Path.Combine(shown, "search.json")}'.");
        }

        byte[] bytes = path.Length == 0 ? throw new FileNotFoundException() : File.ReadAllBytes(path);
        bytes = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new SyntaxException(new SourcePosition(shown, 1, 1), "The file is no UTF-8. Save it as UTF-8.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new SyntaxException(new SourcePosition(shown, 1, 1), "The file is empty. 'hypermax init' writes one to begin with.");
        }

        bool isYaml = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" or ".JSONC" or ".JSON5" => false,
            ".YAML" or ".YML" => true,
            _ => text.TrimStart()[0] is not ('{' or '[' or '/'),
        };
        return isYaml ? YamlNodes.Read(shown, text) : JsonNodes.Read(shown, bytes);
    }
}
