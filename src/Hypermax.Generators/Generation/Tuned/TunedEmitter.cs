using System.Globalization;
using Hypermax.Generators.Generation.Spaces.Emission;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>Emits tuned values as typed properties.</summary>
internal static class TunedEmitter
{
    public static string Emit(TunedClass tuned, ProjectFacts project)
    {
        IEnumerable<string> containers = tuned.Place.IsNested ? [.. tuned.Owner.Containers, tuned.Owner.Declaration] : [];
        return SourceFile.Write(tuned.Owner.Namespace, containers, project, writer =>
        {
            writer.Line($"/// <summary>The tuned parameters of the studies in {Literals.Xml(tuned.Owner.Name)}, one property for each.</summary>");
            writer.Line("/// <remarks>The values are constants of this code; nothing is read or searched at run time.</remarks>");
            writer.Line(SourceFile.GeneratedCode);
            using (writer.Block($"{Keyword(ClassAccess(tuned))} {(tuned.Place.HidesInherited ? "new " : string.Empty)}static class {tuned.Place.Name}"))
            {
                IReadOnlyList<string> properties = tuned.Properties();
                for (int i = 0; i < tuned.Studies.Count; i++)
                {
                    if (i > 0)
                    {
                        writer.Line();
                    }

                    EmitStudy(writer, tuned, tuned.Studies[i], properties[i]);
                }
            }
        });
    }

    private static void EmitStudy(CodeWriter writer, TunedClass tuned, TunedStudy study, string property)
    {
        string access = Keyword((Access)Math.Min((int)study.Space.Type.Access, (int)ClassAccess(tuned)));
        writer.Line($"/// <summary>Gets {Literals.Xml(Description(study))}</summary>");
        Dictionary<string, double>? values = study.Status == TunedStatus.Tuned
            ? study.Values.ToDictionary(value => value.Path, value => value.Value, StringComparer.Ordinal)
            : null;
        string type = study.Space.Type.FullName;
        string code = TunedCode.Of(study.Space, values) + ";";
        if (study.Space.IsForbidden)
        {
            EmitForbidden(writer, $"{access} static {type} {property}", study.Space.Type, code);
            return;
        }

        writer.Line($"{access} static {type} {property} =>");
        using (writer.Indented())
        {
            writer.Line(code);
        }
    }

    // What is an error to use passes in a function that is obsolete itself; whoever takes the value is not told, unless its type is one.
    private static void EmitForbidden(CodeWriter writer, string declaration, TypeModel type, string code)
    {
        if (type.IsForbidden)
        {
            writer.Line(SourceFile.Obsolete);
        }

        using (writer.Block(declaration))
        using (writer.Block("get"))
        {
            writer.Line(SourceFile.Obsolete).Line($"static {type.FullName} Make() =>");
            using (writer.Indented())
            {
                writer.Line(code);
            }

            writer.Line().Line("return Make();");
        }
    }

    private static string Description(TunedStudy study) => study.Status switch
    {
        TunedStatus.Tuned => FormattableString.Invariant(
            $"the best parameters of study '{study.Study}': value {study.Value ?? "unknown"} at trial {study.Trial ?? "?"} of {study.Trials ?? "?"}."),
        TunedStatus.Stale => $"the declared defaults of study '{study.Study}', because its tuned file no longer fits the type (HMX2001); "
            + "run 'dotnet build -t:Hypertune' to tune again.",
        TunedStatus.Damaged => $"the declared defaults of study '{study.Study}', because its tuned file cannot be read.",
        _ => $"the declared defaults of study '{study.Study}', because nothing has been tuned yet; run 'dotnet build -t:Hypertune'.",
    };

    // As visible as the most visible type, and never more than the class of the objectives.
    private static Access ClassAccess(TunedClass tuned)
    {
        int most = tuned.Studies.Max(study => (int)study.Space.Type.Access);
        return (Access)Math.Min(most, (int)tuned.Owner.Access);
    }

    private static string Keyword(Access access) => access.ToString().ToLower(CultureInfo.InvariantCulture);
}
