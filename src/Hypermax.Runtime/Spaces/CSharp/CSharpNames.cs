using System.Globalization;
using System.Text;

namespace Hypermax.Spaces.CSharp;

/// <summary>Makes C# identifiers of any text.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    /// <summary>Names that every record has already.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "Deconstruct", "EqualityContract", "PrintMembers",
        "Clone",
        "SearchSpace", "GeneratedBinder", "CreateSearchSpace", "IsValidThroughout",
    };

    // What the compiler makes of properties and operators.
    private static readonly string[] TakenStarts = ["get_", "set_", "op_", "add_", "remove_"];

    /// <summary>The text itself where C# allows it, else something close to it.</summary>
    public static string Identifier(string text)
    {
        StringBuilder name = new();
        foreach (char c in text)
        {
            name.Append(IsPart(c) ? c : '_');
        }

        if (name.Length == 0
            || char.IsDigit(name[0])
            || CharUnicodeInfo.GetUnicodeCategory(name[0]) is not (UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
                or UnicodeCategory.ConnectorPunctuation))
        {
            name.Insert(0, '_');
        }

        string result = name.ToString();
        result = TakenStarts.Any(start => result.StartsWith(start, StringComparison.Ordinal)) ? "_" + result : result;
        return Keywords.Contains(result) ? "@" + result : Taken.Contains(result) ? result + "_" : result;
    }

    /// <summary>The text in Pascal case, for names of types.</summary>
    public static string Pascal(string text)
    {
        StringBuilder name = new();
        bool start = true;
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                start = true;
                continue;
            }

            name.Append(start ? char.ToUpperInvariant(c) : c);
            start = false;
        }

        return Identifier(name.ToString());
    }

    /// <summary>The name, or the name with the first number behind it that is not taken yet.</summary>
    public static string Free(HashSet<string> used, string name)
    {
        string free = name;
        for (int i = 2; !used.Add(free); i++)
        {
            free = FormattableString.Invariant($"{name}{i}");
        }

        return free;
    }

    private static bool IsPart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
