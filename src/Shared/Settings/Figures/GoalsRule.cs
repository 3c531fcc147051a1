using Hypermax.Errors;

namespace Hypermax.Settings;

/// <summary>The figures that are made small or large: <c>error:minimize speed:maximize</c>.</summary>
internal sealed class GoalsRule()
    : Rule<IReadOnlyList<GoalText>>("names of figures as NAME:minimize or NAME:maximize, with blanks, commas or semicolons between them")
{
    private const int Most = 5;

    private static readonly string[] Directions = ["minimize", "maximize"];

    public override bool TryRead(string text, out IReadOnlyList<GoalText> value, out string? hint)
    {
        List<GoalText> goals = [];
        value = goals;
        hint = null;
        foreach (string word in text.Split([',', ';', ' ', '\'', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = word.LastIndexOf(':');
            string name = colon < 0 ? word : word.Substring(0, colon);
            string direction = colon < 0 ? Directions[0] : word.Substring(colon + 1).ToLowerInvariant();
            if (string.Equals(word, Setting.None, StringComparison.OrdinalIgnoreCase))
            {
                hint = "None is no objective; leave the setting out.";
                return false;
            }

            if (name.Length == 0 || Array.IndexOf(Directions, direction) < 0)
            {
                hint = name.Length == 0 ? $"'{word}' has no name before the colon."
                    : NearestName.Of(direction, Directions) is { } nearest ? $"'{direction}' is no direction; did you mean '{nearest}'?"
                    : $"'{direction}' is no direction.";
                return false;
            }

            if (goals.Exists(goal => string.Equals(goal.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                hint = $"'{name}' is there twice.";
                return false;
            }

            goals.Add(new GoalText(name, direction == Directions[1]));
        }

        hint = goals.Count > Most
            ? FormattableString.Invariant($"These are {goals.Count}, and at most {Most} can be searched; put bounds on some instead, as constraints.")
            : null;
        return goals.Count > 0 && hint is null;
    }

    public override string Write(IReadOnlyList<GoalText> value) => string.Join(" ", value);
}
