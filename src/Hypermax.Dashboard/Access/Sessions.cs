using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Hypermax.Dashboard.Access;

/// <summary>Keeps who is signed in on the server: a cookie is but a number, and signing out ends it everywhere.</summary>
/// <remarks>Sessions end with the process. Safe to use from several threads at once.</remarks>
internal sealed class Sessions : ITicketStore
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, AuthenticationTicket> _tickets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        foreach ((string old, AuthenticationTicket known) in _tickets)
        {
            if (known.Properties.ExpiresUtc < ticket.Properties.IssuedUtc || _tickets.Count >= Most)
            {
                _tickets.TryRemove(old, out _);
            }
        }

        string key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        _tickets[key] = ticket;
        return Task.FromResult(key);
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        _tickets.TryUpdate(key, ticket, _tickets.GetValueOrDefault(key) ?? ticket);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(_tickets.GetValueOrDefault(key));

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        _tickets.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
