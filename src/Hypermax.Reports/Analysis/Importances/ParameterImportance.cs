namespace Hypermax.Analysis.Importances;

/// <summary>How much a parameter matters.</summary>
/// <param name="Parameter">The index of the parameter.</param>
/// <param name="Share">The share of the variance of the loss that it explains alone, from 0 to 1.</param>
/// <param name="Spread">The standard deviation of the share, over trees or resampled trials.</param>
public readonly record struct ParameterImportance(int Parameter, double Share, double Spread);
