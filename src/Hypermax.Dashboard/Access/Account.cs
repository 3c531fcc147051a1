namespace Hypermax.Dashboard.Access;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Hash">The password, hashed by PBKDF2 with a salt of its own.</param>
internal sealed record Account(string Name, Role Role, string Hash);
