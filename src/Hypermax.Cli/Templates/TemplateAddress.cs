using System.Globalization;
using Hypermax.Errors;

namespace Hypermax.Templates;

/// <summary>What a reference to a template names: <c>template:lightgbm</c> or <c>template:lightgbm?rows=5000&amp;features=12</c>.</summary>
/// <param name="Name">One of <see cref="Template.Names"/>.</param>
/// <param name="Size">The size of the data.</param>
internal sealed record TemplateAddress(string Name, DataSize Size)
{
    private const string Scheme = "template:";
    private static readonly string[] Sizes = ["rows", "features"];

    /// <summary>Tells whether a reference, or the place it stands in, is about a template rather than a file.</summary>
    public static bool Is(string text) => text.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address.</param>
    /// <param name="around">The size of the template that it stands in.</param>
    /// <exception cref="FormatException">It names no template, or what it says of the data makes no sense.</exception>
    public static TemplateAddress Parse(string text, DataSize around)
    {
        string[] parts = text[Scheme.Length..].Split('?', 2);
        if (!Template.Names.Contains(parts[0], StringComparer.Ordinal))
        {
            throw Unknown(parts[0]);
        }

        DataSize size = around;
        foreach (string word in parts.Length > 1 ? parts[1].Split('&') : [])
        {
            string[] pair = word.Split('=', 2);
            if (pair.Length < 2 || !Sizes.Contains(pair[0], StringComparer.Ordinal)
                || !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
            {
                throw new FormatException(
                    $"'{word}' says nothing of the data; after a question mark stand rows and features, whole numbers above 0. "
                        + $"{NearestName.Hint(pair[0], Sizes)}Write for example '{Scheme}{parts[0]}?rows=5000&features=12'.");
            }

            size = pair[0] == "rows" ? size with { Rows = count } : size with { Features = count };
        }

        return new TemplateAddress(parts[0], size);
    }

    /// <summary>Says that there is no such template, and which is near.</summary>
    public static FormatException Unknown(string name)
    {
        // People leave the family out.
        string? own = Template.Names.FirstOrDefault(known => known.EndsWith($":{name}", StringComparison.OrdinalIgnoreCase))
            ?? NearestName.Of(name, Template.Names)
            ?? (name.Length > 2 ? Template.Names.FirstOrDefault(known => known.Contains(name, StringComparison.OrdinalIgnoreCase)) : null)
            ?? Template.Names.FirstOrDefault(known => NearestName.Of(name, [known[(known.IndexOf(':', StringComparison.Ordinal) + 1)..]]) is not null);
        return new FormatException(
            $"There is no template '{name}'. {(own is null ? string.Empty : $"Did you mean '{own}'? ")}'hypermax init --list' names all; choose one.");
    }

    /// <summary>Gets the address in its one full form.</summary>
    public override string ToString() => $"{Scheme}{Name}?{Size}";
}
