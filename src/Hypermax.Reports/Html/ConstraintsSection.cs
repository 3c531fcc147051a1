using Hypermax.Analysis.Constraints;
using Hypermax.Charts.Scales;
using Hypermax.Reports;

namespace Hypermax.Html;

/// <summary>The table of constraints: which are kept how often, and what moving a bound would give.</summary>
internal static class ConstraintsSection
{
    public static void Write(HtmlWriter html, StudyData data)
    {
        IReadOnlyList<ConstraintEffect> effects = ConstraintEffect.Of(data);
        if (effects.Count == 0)
        {
            return;
        }

        html.Raw(
            "<h3>Constraints</h3>\n<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>"
            + "<th scope=\"col\">constraint</th><th scope=\"col\">kept</th><th "
            + "scope=\"col\">what another bound would give</th></tr></thead>\n<tbody>\n");
        foreach (ConstraintEffect effect in effects)
        {
            html.Raw("<tr><th scope=\"row\">").Name(effect.Constraint.ToString()).Raw("</th><td class=\"number\">");
            html.Text(FormattableString.Invariant($"{effect.Kept} of {effect.Kept + effect.Broken}")).Raw("</td><td>");
            html.Name(string.Join("; ", Steps(data, effect)) is { Length: > 0 } steps ? steps : "nothing better").Raw("</td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    // The first and the last step of each objective: what a little gives, and what there is at most.
    internal static IEnumerable<string> Steps(StudyData data, ConstraintEffect effect)
    {
        for (int i = 0; i < effect.Relaxations.Count; i++)
        {
            IReadOnlyList<Relaxation> steps = effect.Relaxations[i];
            foreach (Relaxation step in steps.Count > 1 ? [steps[0], steps[^1]] : steps)
            {
                string value = $"{data.Header.ObjectiveName(i)} {NumberText.Short(step.Value)}";
                yield return FormattableString.Invariant($"{BoundText.Of(step.Bound)}: {value} (trial {step.Trial.Number})");
            }
        }
    }
}
