using System.Runtime.CompilerServices;
using Hypermax.Generators.Generation.Studies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Generation.Declarations;

/// <summary>The declarations of a project by name, and hashes of those that annotated types can depend on; no symbol is made.</summary>
/// <remarks>
/// <para>A type can only be reached through its name, so one whose name stands nowhere in an annotated type, in what that type names, and so on,
/// does not matter to it. This is how Zinc (the incremental compiler of Scala) narrows down what an edit can touch.</para>
/// <para>Method bodies are left out, because models are read from declarations only.</para>
/// </remarks>
internal sealed class ProjectDeclarations
{
    private const string Suffix = "Attribute";

    // Looked up by name without standing in any source; 'Program' is made by statements outside of types.
    private static readonly string[] Seeds = ["SearchSpaceAttribute", "ObjectiveAttribute", "ISearchSpace", "ObjectiveRegistry", "TrialContext", "Program"];

    private static readonly ConditionalWeakTable<MetadataReference, object> Stamps = new();

    private static long s_stamps;

    private readonly List<DeclaringTree> _trees;
    private readonly List<(DeclaringTree Tree, DeclaredType Type)> _types = [];
    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _everywhere = new(Seeds, StringComparer.OrdinalIgnoreCase);
    private readonly bool _hidesNames;
    private readonly ulong _common;

    private ProjectDeclarations(Compilation compilation, CancellationToken cancellation)
    {
        _trees = [.. compilation.SyntaxTrees.Select(tree => DeclaringTree.Of(tree, cancellation))];
        foreach (DeclaringTree tree in _trees)
        {
            cancellation.ThrowIfCancellationRequested();
            _hidesNames |= tree.GlobalUsings is { } text && !SourceWords.AddTo(_everywhere, text);
            foreach (DeclaredType type in tree.Types)
            {
                Index(type.Name);
                if (type.Name.Length > Suffix.Length && type.Name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
                {
                    Index(type.Name.Substring(0, type.Name.Length - Suffix.Length));
                }

                _types.Add((tree, type));
            }
        }

        _common = HashCommon(compilation);
        Annotated = FindAnnotated();
    }

    /// <summary>Gets the declarations with annotated types or methods, in the order of the sources.</summary>
    public IReadOnlyList<AnnotatedType> Annotated { get; }

    public static ProjectDeclarations Of(Compilation compilation, CancellationToken cancellation) => new(compilation, cancellation);

    /// <summary>Gets a hash of everything that the models of some types are read from: equal hashes, equal models.</summary>
    public ulong Fingerprint(IReadOnlyList<AnnotatedType> starts)
    {
        TextHash hash = TextHash.Start();
        hash.Add(_common);
        DeclaringTree? open = null;
        int next = 0;
        foreach (int index in Reach(starts))
        {
            (DeclaringTree tree, DeclaredType type) = _types[index];
            if (next < starts.Count && starts[next].Index == index)
            {
                // Two types that name each other reach the same; what they are read for differs.
                hash.Add(1);
                next++;
            }

            if (tree != open)
            {
                open = tree;
                hash.Add(tree.Tree.FilePath);
                hash.Add((ulong)tree.Tree.Options.GetHashCode());
                hash.Add(tree.Frame.Hash);
            }

            hash.Add(type.Text.Hash);
        }

        return hash.Value;
    }

    private void Index(string name)
    {
        if (!_byName.TryGetValue(name, out List<int>? types))
        {
            _byName.Add(name, types = []);
        }

        types.Add(_types.Count);
    }

    private List<AnnotatedType> FindAnnotated()
    {
        HashSet<string> spaces = WithAliases("SearchSpace");
        HashSet<string> objectives = WithAliases("Objective");
        List<AnnotatedType> found = [];
        for (int i = 0; i < _types.Count; i++)
        {
            DeclaredType type = _types[i].Type;
            List<TypeDeclarationSyntax> types =
            [
                .. type.Attributed.Where(entry => entry.Attributes.Any(spaces.Contains)).Select(entry => entry.Member).OfType<TypeDeclarationSyntax>(),
            ];
            List<MethodDeclarationSyntax> methods =
            [
                .. type.Attributed.Where(entry => entry.Attributes.Any(objectives.Contains)).Select(entry => entry.Member).OfType<MethodDeclarationSyntax>(),
            ];
            if (types.Count + methods.Count > 0)
            {
                found.Add(new AnnotatedType(i, types, methods));
            }
        }

        return found;
    }

    // An alias of one file counts for all files: a type too many is sorted out by its symbol.
    private HashSet<string> WithAliases(string attribute)
    {
        HashSet<string> names = new(StringComparer.Ordinal) { attribute, attribute + Suffix };
        foreach ((string name, string target) in _trees.SelectMany(tree => tree.Aliases))
        {
            if (target == attribute || target == attribute + Suffix)
            {
                names.Add(name);
                names.Add(name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name + Suffix);
            }
        }

        return names;
    }

    // From word to type to the words of that type, until nothing new comes up.
    private IEnumerable<int> Reach(IReadOnlyList<AnnotatedType> starts)
    {
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        HashSet<int> reached = [];
        HashSet<DeclaringTree> frames = [];
        Stack<DeclarationText> open = new();
        Follow(_everywhere);
        foreach (AnnotatedType start in starts)
        {
            Include(start.Index);
            Follow(
                start.Objectives
                    .SelectMany(method => TunedPlaceReader.Candidates(TunedPlaceReader.SiblingName(method)).TakeWhile(_byName.ContainsKey))
                    .ToList());
        }

        bool hidesNames = _hidesNames;
        while (open.Count > 0 && !hidesNames)
        {
            DeclarationText text = open.Pop();
            hidesNames = text.HidesNames;
            Follow(text.Words);
        }

        return hidesNames ? Enumerable.Range(0, _types.Count) : reached.OrderBy(index => index);

        void Follow(IEnumerable<string> words)
        {
            foreach (string word in words)
            {
                if (!known.Add(word) || !_byName.TryGetValue(word, out List<int>? types))
                {
                    continue;
                }

                foreach (int index in types)
                {
                    Include(index);
                }
            }
        }

        void Include(int index)
        {
            if (!reached.Add(index))
            {
                return;
            }

            (DeclaringTree tree, DeclaredType type) = _types[index];
            open.Push(type.Text);
            if (frames.Add(tree))
            {
                open.Push(tree.Frame);
            }
        }
    }

    private ulong HashCommon(Compilation compilation)
    {
        TextHash hash = TextHash.Start();
        hash.Add(compilation.AssemblyName ?? string.Empty);
        hash.Add((ulong)ProjectFacts.LanguageOf(compilation));

        // Those options that symbols and constants depend on; the hash of all of them throws inside of the compiler.
        CompilationOptions options = compilation.Options;
        hash.Add(
            ((ulong)options.NullableContextOptions << 8)
            | ((ulong)options.OutputKind << 4)
            | ((ulong)options.MetadataImportOptions << 1)
            | (options.CheckOverflow ? 1UL : 0));
        foreach (MetadataReference reference in compilation.References)
        {
            hash.Add((ulong)Stamp(reference));
        }

        foreach (string space in _trees.SelectMany(tree => tree.Namespaces).Distinct(StringComparer.Ordinal).OrderBy(space => space, StringComparer.Ordinal))
        {
            hash.Add(space);
        }

        foreach (DeclaringTree tree in _trees)
        {
            if (tree.GlobalUsings is { } text)
            {
                hash.Add(text);
            }

            if (tree.HasStatements)
            {
                hash.Add(1);
            }
        }

        return hash.Value;
    }

    // References do not change and are shared from compilation to compilation, so that each has a number, without being kept alive.
    private static long Stamp(MetadataReference reference) => (long)Stamps.GetValue(reference, static _ => Interlocked.Increment(ref s_stamps));
}
