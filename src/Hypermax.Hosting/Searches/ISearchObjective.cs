namespace Hypermax.Hosting;

/// <summary>Evaluates the parameters of a hosted search; a service of the application, with what its constructor asks for.</summary>
/// <typeparam name="T">The <c>[SearchSpace]</c> type.</typeparam>
public interface ISearchObjective<in T>
{
    /// <summary>Evaluates one set of parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="trial">Number, seed, reports, metrics, and the token that is cancelled when the host stops.</param>
    /// <returns>The value of the objective in its own direction.</returns>
    Task<double> EvaluateAsync(T parameters, TrialContext trial);
}
