using Hypermax.Conformance;
using Hypermax.Pruning;

namespace Hypermax.Tests.Pruning;

public sealed class MedianPrunerTests : PrunerConformance
{
    protected override IPruner Create() => new MedianPruner { StartupTrials = 2 };
}

public sealed class PercentilePrunerTests : PrunerConformance
{
    protected override IPruner Create() => new PercentilePruner { StartupTrials = 2, IntervalSteps = 2 };
}

public sealed class AshaPrunerTests : PrunerConformance
{
    protected override IPruner Create() => new AshaPruner { MinResource = 1, Reduction = 2 };
}

public sealed class HyperbandPrunerTests : PrunerConformance
{
    protected override IPruner Create() => new HyperbandPruner { MaxResource = 9 };
}

public sealed class ForecastPrunerTests : PrunerConformance
{
    protected override IPruner Create() => new ForecastPruner();
}

public sealed class WilcoxonPrunerTests : PrunerConformance
{
    protected override IPruner Create() => new WilcoxonPruner();
}

public sealed class PatientPrunerTests : PrunerConformance
{
    protected override IPruner Create() => new PatientPruner { Patience = 1 };
}

/// <summary>Compares with a bound, which leaders may break.</summary>
public sealed class ThresholdPrunerTests : PrunerConformance
{
    protected override bool MayStopLeaders => true;

    protected override IPruner Create() => new ThresholdPruner { Lower = -1.5, Upper = 0.6 };
}

/// <summary>Compares a trial with itself.</summary>
public sealed class CooldownPrunerTests : PrunerConformance
{
    protected override bool MayStopLeaders => true;

    protected override IPruner Create() => new CooldownPruner { Patience = 2 };
}
