namespace RandomForest.Learning;

/// <summary>A question about a case: does its measurement fall into one of the lower bins?</summary>
/// <param name="Feature">The measurement.</param>
/// <param name="Bin">The highest bin that goes left.</param>
/// <param name="Gain">How much less mixed the two sides are than the whole.</param>
public readonly record struct Split(int Feature, byte Bin, double Gain);
