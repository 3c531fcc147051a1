using System.IO;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Generation;

/// <summary>What the emitters need to know of the project.</summary>
/// <param name="Folder">The folder of the project with a slash behind it, or empty when it is not known.</param>
/// <param name="Assembly">The name of the assembly.</param>
/// <param name="HasSearchSpaceInterface">Whether spaces implement <c>ISearchSpace</c>: the framework can express it, and the project shares its spaces.</param>
/// <param name="HasRegistry">Whether the project references Hypermax, so that its objectives can be listed.</param>
/// <param name="Language">The version of C#, times a hundred.</param>
/// <param name="Aliases">The aliases of references that <c>global::</c> does not reach.</param>
internal sealed record ProjectFacts(
    string Folder, string Assembly, bool HasSearchSpaceInterface, bool HasRegistry, int Language, EquatableArray<string> Aliases)
{
    /// <summary>The oldest version of C# that code is made for: records and 'init' came with it.</summary>
    public const int LeastLanguage = 900;

    /// <summary>The first version with namespaces that hold for a whole file.</summary>
    public const int FileScopedNamespaces = 1000;

    /// <summary>The first version with static abstract members of interfaces.</summary>
    public const int StaticAbstractMembers = 1100;

    /// <summary>Gets the version of C# that a project is compiled as, times a hundred.</summary>
    public static int LanguageOf(Compilation compilation) => compilation is CSharpCompilation project ? (int)project.LanguageVersion : 0;

    /// <summary>Gets a path relative to the project, so that no machine's folders land in assemblies; the plain file name for files elsewhere.</summary>
    public string Relative(string path)
    {
        string plain = path.Replace('\\', '/');
        if (Folder.Length > 0 && plain.StartsWith(Folder, StringComparison.Ordinal))
        {
            return plain.Substring(Folder.Length);
        }

        return Path.IsPathRooted(path) || plain.Contains(":/") ? plain.Substring(plain.LastIndexOf('/') + 1) : plain;
    }
}
