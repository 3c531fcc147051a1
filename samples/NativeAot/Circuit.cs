using Hypermax;

/// <summary>A low-pass filter.</summary>
[SearchSpace]
public partial record Circuit([LogUniform(10, 1e6)] double Ohms, [LogUniform(1e-12, 1e-3)] double Farads, Stages Stages);
