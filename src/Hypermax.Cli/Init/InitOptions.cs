using Hypermax.Templates;

namespace Hypermax.Init;

/// <summary>What <c>hypermax init</c> was asked for.</summary>
/// <param name="File">The file, or null for the usual name.</param>
/// <param name="Template">The name of the template.</param>
/// <param name="Language">One of <see cref="TemplateFiles.Languages"/>, or null for that of the file's ending.</param>
/// <param name="Size">The size of the data.</param>
internal sealed record InitOptions(string? File, string Template, string? Language, DataSize Size);
