namespace Hypermax.Dashboard.Contracts;

/// <summary>Somebody who wants to sign in.</summary>
/// <param name="Name">The name of the account.</param>
/// <param name="Password">The password.</param>
internal sealed record SignInRequest(string? Name, string? Password);
