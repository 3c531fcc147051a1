namespace Hypermax;

/// <summary>What the proposal of a trial may depend on.</summary>
public enum ProposalOrder
{
    /// <summary>Outcomes of earlier trials in trial order, up to a fixed lag: the search repeats from its seed, with any number of workers.</summary>
    Repeatable,

    /// <summary>All outcomes told so far, in the order they came: keeps workers busier, and does not repeat.</summary>
    Arrival,
}
