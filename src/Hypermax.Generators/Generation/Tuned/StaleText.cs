using System.Globalization;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Generation.Tuned.Model;
using Hypermax.Generators.Rules;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>The words of rule HMX2001, which the compiler says at the file and a test says where it evaluates the file again.</summary>
internal static class StaleText
{
    private const int MostDifferences = 5;

    /// <summary>Gets what the message of the rule is filled with.</summary>
    public static object[] Arguments(TunedFile file, ObjectiveModel objective, IReadOnlyList<TunedDifference> differences)
    {
        string all = string.Join("; ", differences.Take(MostDifferences).Select(difference => difference.Message));
        string more = differences.Count > MostDifferences ? $"; and {(differences.Count - MostDifferences).ToString(CultureInfo.InvariantCulture)} more"
            : string.Empty;
        return [TunedFileReader.NameOf(file.Path), objective.Space.Type.Name, all + more, "Tuned." + objective.Study, "the declared defaults"];
    }

    /// <summary>Gets the whole sentence.</summary>
    public static string Of(TunedFile file, ObjectiveModel objective, IReadOnlyList<TunedDifference> differences)
    {
        string words = TunedFileRules.StaleTunedFile.MessageFormat.ToString(CultureInfo.InvariantCulture);
        return string.Format(CultureInfo.InvariantCulture, words, Arguments(file, objective, differences));
    }
}
