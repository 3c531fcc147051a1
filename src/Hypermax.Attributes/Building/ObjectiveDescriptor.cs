namespace Hypermax.Building;

/// <summary>One objective as the worker host sees it: its settings, its space and a way to evaluate it.</summary>
public sealed class ObjectiveDescriptor
{
    /// <summary>Creates a descriptor; called by generated code.</summary>
    /// <param name="name">The name of the study.</param>
    /// <param name="space">The space that parameters are drawn from.</param>
    /// <param name="settings">What the attribute says: the names of its properties that were written, and their values as texts ("none" for none).</param>
    /// <param name="position">Where the method is declared.</param>
    /// <param name="evaluate">Binds a point and calls the method.</param>
    public ObjectiveDescriptor(
        string name,
        SearchSpace space,
        IReadOnlyDictionary<string, string> settings,
        SourcePosition position,
        Func<double[], TrialContext, Task<double>> evaluate)
    {
        Name = name;
        Space = space;
        Settings = settings;
        Position = position;
        Evaluate = evaluate;
        EvaluateAll = async (vector, trial) => [await evaluate(vector, trial).ConfigureAwait(false)];
    }

    /// <summary>Creates a descriptor; called by generated code.</summary>
    /// <param name="name">The name of the study.</param>
    /// <param name="space">The space that parameters are drawn from.</param>
    /// <param name="settings">What the attribute says: the names of its properties that were written, and their values as texts ("none" for none).</param>
    /// <param name="position">Where the method is declared.</param>
    /// <param name="evaluate">Binds a point and calls the method.</param>
    /// <param name="method">The full name of the method.</param>
    /// <param name="tuned">What the committed tuned file of the study says, or null when there is none.</param>
    public ObjectiveDescriptor(
        string name,
        SearchSpace space,
        IReadOnlyDictionary<string, string> settings,
        SourcePosition position,
        Func<double[], TrialContext, Task<double>> evaluate,
        string method,
        TunedResult? tuned)
        : this(name, space, settings, position, evaluate)
    {
        Method = method;
        Tuned = tuned;
    }

    /// <summary>Creates a descriptor of a method that returns named figures; called by generated code.</summary>
    /// <param name="name">The name of the study.</param>
    /// <param name="space">The space that parameters are drawn from.</param>
    /// <param name="settings">What the attribute says: the names of its properties that were written, and their values as texts ("none" for none).</param>
    /// <param name="position">Where the method is declared.</param>
    /// <param name="evaluate">Binds a point, calls the method, tells the trial its constraints and gets the values of the goals in their order.</param>
    /// <param name="method">The full name of the method.</param>
    /// <param name="tuned">What the committed tuned file of the study says, or null when there is none.</param>
    /// <param name="goals">The figures that are made small or large.</param>
    /// <param name="constraints">The figures that must stay within bounds.</param>
    public ObjectiveDescriptor(
        string name,
        SearchSpace space,
        IReadOnlyDictionary<string, string> settings,
        SourcePosition position,
        Func<double[], TrialContext, Task<double[]>> evaluate,
        string method,
        TunedResult? tuned,
        IReadOnlyList<ObjectiveGoal> goals,
        IReadOnlyList<OutcomeConstraint> constraints)
        : this(name, space, settings, position, async (vector, trial) => (await evaluate(vector, trial).ConfigureAwait(false))[0], method, tuned)
    {
        EvaluateAll = evaluate;
        Goals = goals;
        Constraints = constraints;
    }

    /// <summary>Gets the name of the study.</summary>
    public string Name { get; }

    /// <summary>Gets the space that parameters are drawn from.</summary>
    public SearchSpace Space { get; }

    /// <summary>Gets what the attribute says: the names of its properties that were written, and their values as texts ("none" for none).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Gets where the method is declared.</summary>
    public SourcePosition Position { get; }

    /// <summary>Gets the function that binds a point in vector form and evaluates the objective; the value of the first goal where there are several.</summary>
    public Func<double[], TrialContext, Task<double>> Evaluate { get; }

    /// <summary>Gets the function that binds a point in vector form and evaluates the objective to one value for each goal.</summary>
    public Func<double[], TrialContext, Task<double[]>> EvaluateAll { get; }

    /// <summary>Gets the figures that are made small or large; empty for a method that returns a number, whose direction is a setting.</summary>
    public IReadOnlyList<ObjectiveGoal> Goals { get; } = [];

    /// <summary>Gets the figures that must stay within bounds.</summary>
    public IReadOnlyList<OutcomeConstraint> Constraints { get; } = [];

    /// <summary>Gets the full name of the method, or null when nobody said it.</summary>
    public string? Method { get; }

    /// <summary>Gets what the committed tuned file of the study said when the assembly was built, or null when there was none that can be read.</summary>
    public TunedResult? Tuned { get; }
}
