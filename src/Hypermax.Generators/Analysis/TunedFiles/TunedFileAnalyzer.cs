using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Hypermax.Errors;
using Hypermax.Generators.Generation.Studies;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Generation.Tuned;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Analysis.TunedFiles;

/// <summary>Compares the tuned files of a project with its objectives, at the place in the file where they part.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TunedFileAnalyzer : HypermaxAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        TunedFileRules.StaleTunedFile,
        TunedFileRules.DamagedTunedFile,
        TunedFileRules.UnknownStudy,
        TunedFileRules.NewerTunedFile,
        TunedFileRules.DuplicateTunedFile,
        TunedFileRules.ConflictedTunedFile);

    protected override void Register(CompilationStartAnalysisContext context, HypermaxSymbols symbols)
    {
        ImmutableArray<AdditionalText> texts = context.Options.AdditionalFiles.Where(text => TunedFileReader.IsTunedFile(text.Path)).ToImmutableArray();
        if (texts.IsEmpty)
        {
            return;
        }

        // All declared names, so that a file is not called unknown because its objective is broken in another way.
        var studies = new ConcurrentDictionary<string, ObjectiveModel?>(StringComparer.Ordinal);
        context.RegisterSymbolAction(
            action =>
            {
                if (action.Symbol is IMethodSymbol method && symbols.ObjectiveOf(method) is { } attribute)
                {
                    studies.TryAdd(
                        ObjectiveReader.StudyName(method, attribute),
                        ObjectiveModelReader.Read(method, attribute, action.Compilation, action.CancellationToken));
                }
            },
            SymbolKind.Method);
        context.RegisterCompilationEndAction(end => Report(end, texts, studies));
    }

    private static void Report(CompilationAnalysisContext context, ImmutableArray<AdditionalText> texts, IReadOnlyDictionary<string, ObjectiveModel?> studies)
    {
        var files = new List<Candidate>();
        foreach (AdditionalText text in texts.OrderBy(text => text.Path, StringComparer.Ordinal))
        {
            SourceText source = text.GetText(context.CancellationToken) ?? SourceText.From(string.Empty);
            files.Add(new Candidate(TunedFileReader.Read(text.Path, source.ToString()), source));
        }

        foreach (Candidate candidate in files)
        {
            string? study = studies.Keys.FirstOrDefault(name => TunedFileName.StemOf(name) == candidate.File.Stem);
            TunedFile? used = study is null ? candidate.File : TunedFileReader.Find(files.Select(file => file.File), study);
            if (used!.Path != candidate.File.Path)
            {
                candidate.Report(context, TunedFileRules.DuplicateTunedFile, 1, 1, TunedFileReader.NameOf(used.Path), candidate.File.Path, study!);
            }
            else if (candidate.File.Damage is { } damage)
            {
                ReportDamage(context, candidate, damage);
            }
            else if (study is null)
            {
                ReportUnknown(context, candidate, studies.Keys);
            }
            else if (studies[study] is { } objective)
            {
                ReportStale(context, candidate, objective);
            }
        }
    }

    private static void ReportDamage(CompilationAnalysisContext context, Candidate candidate, TunedDamage damage)
    {
        if (damage.IsConflict)
        {
            candidate.Report(context, TunedFileRules.ConflictedTunedFile, damage.Line, damage.Column, candidate.Name, damage.Message);
            return;
        }

        TunedEntry? format = candidate.Format();
        if (format is { Kind: TunedKind.Number } && int.TryParse(format.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version > 1)
        {
            candidate.Report(context, TunedFileRules.NewerTunedFile, damage.Line, damage.Column, candidate.Name, format.Text, "1");
        }
        else
        {
            candidate.Report(context, TunedFileRules.DamagedTunedFile, damage.Line, damage.Column, candidate.Name, damage.Message);
        }
    }

    private static void ReportUnknown(CompilationAnalysisContext context, Candidate candidate, IEnumerable<string> studies)
    {
        string stem = candidate.File.Stem;
        string[] names = [.. studies.OrderBy(name => name, StringComparer.Ordinal)];
        string? nearest = NearestName.Of(stem, names);
        string known = names.Length == 0 ? string.Empty : $" (there is {string.Join(", ", names.Select(name => $"'{name}'"))})";
        string remedy = nearest is null
            ? "Delete the file, or give its objective back its name"
            : $"Rename the file to '{TunedFileName.Of(nearest)}' if '{nearest}' is what it is now called, or delete it";
        candidate.Report(context, TunedFileRules.UnknownStudy, 1, 1, candidate.Name, stem, known, remedy);
    }

    private static void ReportStale(CompilationAnalysisContext context, Candidate candidate, ObjectiveModel objective)
    {
        IReadOnlyList<TunedDifference> differences = TunedFit.Of(objective.Space, candidate.File).Differences;
        if (differences.Count == 0)
        {
            return;
        }

        // At the first entry that does not fit; a parameter that is missing has no place of its own.
        TunedEntry? first = differences.FirstOrDefault(difference => difference.Entry is not null)?.Entry;
        object[] words = StaleText.Arguments(candidate.File, objective, differences);
        candidate.Report(context, TunedFileRules.StaleTunedFile, first?.Line ?? 1, first?.Column ?? 1, words);
    }

    private sealed class Candidate(TunedFile file, SourceText text)
    {
        public TunedFile File { get; } = file;

        public string Name => TunedFileReader.NameOf(File.Path);

        /// <summary>Reads the version of a file of which nothing else may be readable.</summary>
        public TunedEntry? Format()
        {
            TunedEntry? format = null;
            try
            {
                var json = new JsonScanner(text.ToString());
                json.ReadObject(key =>
                {
                    TunedEntry entry = json.ReadValue(key);
                    format = entry.Name == "format" ? entry : format;
                });
            }
            catch (JsonScannerException)
            {
                // The version stands before the parameters, so that it was read by now if there is one.
            }

            return format;
        }

        /// <summary>Reports at the word that begins at a place of the file, counted from 1.</summary>
        public void Report(CompilationAnalysisContext context, DiagnosticDescriptor rule, int line, int column, params object[] arguments)
        {
            int row = Math.Max(0, Math.Min(line - 1, text.Lines.Count - 1));
            TextLine found = text.Lines[row];
            int start = Math.Min(found.Start + Math.Max(0, column - 1), found.End);
            int end = start;
            while (end < found.End && text[end] is not (':' or ',' or '}' or '{'))
            {
                end++;
            }

            TextSpan span = TextSpan.FromBounds(start, end);
            context.ReportDiagnostic(Diagnostic.Create(rule, Location.Create(File.Path, span, text.Lines.GetLinePositionSpan(span)), arguments));
        }
    }
}
