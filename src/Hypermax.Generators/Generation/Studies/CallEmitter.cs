using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Emits the function that binds a point and calls an objective.</summary>
internal static class CallEmitter
{
    public static void Emit(CodeWriter writer, ObjectiveModel objective)
    {
        string call = Call(objective);
        if (objective.Result is { } result)
        {
            EmitFigures(writer, objective, result, call);
            return;
        }

        string task = objective.Returns switch
        {
            ObjectiveReturn.Value => $"global::System.Threading.Tasks.Task.FromResult({call})",
            ObjectiveReturn.ValueTask => call + ".AsTask()",
            _ => call,
        };
        writer.Line($"static (vector, trial) => {task},");
    }

    // The values of the goals are the result; everything else is told to the trial. The bounds of constraints are those that the study declares.
    private static void EmitFigures(CodeWriter writer, ObjectiveModel objective, ResultModel result, string call)
    {
        bool waits = objective.Returns != ObjectiveReturn.Value;
        using (writer.Block($"static {(waits ? "async " : string.Empty)}(vector, trial) =>", "},"))
        {
            writer.Line($"var result = {(waits ? $"await {call}.ConfigureAwait(false)" : call)};");
            foreach (MetricModel metric in result.Metrics)
            {
                writer.Line($"trial.SetMetric({Literals.Text(metric.Name)}, result.{metric.Member});");
            }

            foreach (ConstraintModel constraint in result.Constraints)
            {
                writer.Line($"trial.Constrain({Literals.Text(constraint.Name)}, result.{constraint.Member});");
            }

            string values = $"new double[] {{ {string.Join(", ", result.Goals.Select(goal => $"result.{goal.Member}"))} }}";
            writer.Line(waits ? $"return {values};" : $"return global::System.Threading.Tasks.Task.FromResult({values});");
        }
    }

    private static string Call(ObjectiveModel objective)
    {
        string arguments = string.Join(", ", objective.Arguments.Select(argument => argument switch
        {
            ObjectiveArgument.Trial => "trial",
            ObjectiveArgument.Cancellation => "trial.Cancellation",
            _ => objective.Space.Type.FullName + ".SearchSpace.Bind(vector)",
        }));
        return $"{objective.Method}({arguments})";
    }
}
