using Hypermax.Generators.Generation.Spaces.Emission;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Emits the list of an assembly's objectives, also when it is empty: an assembly without one was not generated for.</summary>
internal static class RegistryEmitter
{
    /// <summary>Emits the list.</summary>
    /// <param name="objectives">The objectives.</param>
    /// <param name="tuned">The study of each, with what its tuned file says.</param>
    /// <param name="project">The project.</param>
    public static string Emit(EquatableArray<ObjectiveModel> objectives, EquatableArray<TunedStudy> tuned, ProjectFacts project)
    {
        string name = Identifiers.From(project.Assembly) + "Objectives";
        string list = "[assembly: global::System.Reflection.AssemblyMetadata(\"Hypermax.Objectives\", "
            + $"\"{(objectives.Count == 0 ? string.Empty : $"Hypermax.Generated.{name}")}\")]";
        return objectives.Count == 0
            ? SourceFile.Write(string.Empty, [], project, static _ => { }, list)
            : SourceFile.Write("Hypermax.Generated", [], project, writer => EmitRegistry(writer, name, objectives, tuned, project), list);
    }

    private static void EmitRegistry(
        CodeWriter writer,
        string name,
        EquatableArray<ObjectiveModel> objectives,
        EquatableArray<TunedStudy> tuned,
        ProjectFacts project)
    {
        writer.Line("/// <summary>The objectives of this assembly.</summary>").Line(SourceFile.GeneratedCode);
        if (objectives.Any(objective => objective.IsForbidden))
        {
            writer.Line(SourceFile.Obsolete);
        }

        using (writer.Block($"internal static class {name}"))
        {
            writer.Line("/// <summary>Gets the objectives in the order of their names.</summary>");
            writer.Line("public static global::System.Collections.Generic.IReadOnlyList<global::Hypermax.Building.ObjectiveDescriptor> Objectives { get; } =");
            using (writer.Indented())
            {
                writer.Line("new global::Hypermax.Building.ObjectiveDescriptor[]").Line("{");
                using (writer.Indented("};"))
                {
                    foreach ((ObjectiveModel objective, TunedStudy study) in objectives
                        .Zip(tuned, static (objective, study) => (Objective: objective, Study: study))
                        .OrderBy(pair => pair.Objective.Study, StringComparer.Ordinal)
                        .ThenBy(pair => pair.Objective.Method, StringComparer.Ordinal)
                        .ThenBy(pair => pair.Objective.Position?.Line))
                    {
                        EmitObjective(writer, objective, study, project);
                    }
                }
            }
        }
    }

    private static void EmitObjective(CodeWriter writer, ObjectiveModel objective, TunedStudy study, ProjectFacts project)
    {
        string settings = objective.Settings.Count == 0 ? "()" : $" {{ {string.Join(", ", objective.Settings)} }}";
        string position = objective.Position is { } place ? FactsEmitter.Position(place, project) : "new global::Hypermax.SourcePosition(\"\", 0, 0)";
        writer.Line("new(");
        using (writer.Indented())
        {
            writer.Line(Literals.Text(objective.Study) + ",");
            writer.Line(objective.Space.Type.FullName + ".SearchSpace,");
            writer.Line($"new global::System.Collections.Generic.Dictionary<string, string>{settings},");
            writer.Line(position + ",");
            CallEmitter.Emit(writer, objective);
            writer.Line(Literals.Text(objective.Method.Replace("global::", string.Empty).Replace("@", string.Empty)) + ",");
            EmitTuned(writer, study, objective.Result is null ? ")," : ",");
            if (objective.Result is { } result)
            {
                FiguresEmitter.Emit(writer, result);
            }
        }
    }

    private static void EmitTuned(CodeWriter writer, TunedStudy study, string end)
    {
        if (study.File is not { } file)
        {
            writer.Line("null" + end);
            return;
        }

        writer.Line("new global::Hypermax.Building.TunedResult(");
        using (writer.Indented())
        {
            writer.Line(Literals.Text(file) + ",");
            writer.Line((study.Stale is { } stale ? Literals.Text(stale) : "null") + ",");
            EmitDictionary(writer, "string", study.Facts.Select(fact => (fact.Name, Literals.Text(fact.Text))), ",");
            EmitDictionary(writer, "double", study.Values.Select(value => (value.Path, Literals.Double(value.Value))), ")" + end);
        }
    }

    private static void EmitDictionary(CodeWriter writer, string type, IEnumerable<(string Key, string Value)> entries, string end)
    {
        string text = string.Join(", ", entries.Select(entry => $"[{Literals.Text(entry.Key)}] = {entry.Value}"));
        writer.Line($"new global::System.Collections.Generic.Dictionary<string, {type}>{(text.Length == 0 ? "()" : $" {{ {text} }}")}{end}");
    }
}
