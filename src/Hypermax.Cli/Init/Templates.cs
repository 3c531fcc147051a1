using System.Text;

namespace Hypermax.Init;

/// <summary>The configurations to begin with, which the tool carries.</summary>
internal static class Templates
{
    /// <summary>Gets the names of templates.</summary>
    public static readonly string[] Names = ["plain"];

    /// <summary>Gets the languages that each is written in, which are the endings of their files.</summary>
    public static readonly string[] Languages = ["json", "yaml"];

    /// <summary>Reads a template.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    public static string Read(string name, string language)
    {
        using Stream stream = typeof(Templates).Assembly.GetManifestResourceStream($"templates/{name}.{language}")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
