using NVC = System.Collections.Specialized.NameValueCollection;
using Result = Duende.IdentityServer.Validation.TokenRequestValidationResult;
using Duende.IdentityServer.Validation;

namespace Login
{
    partial class PartialValidator
    {
        public Task<Result> ValidateRequestAsync(NVC form, ClientSecretValidationResult secret)
        {
            return Check(form, secret) ? Next(form, secret) : Task.FromResult(new Result(null, "no"));
        }

        bool Check(NVC form, ClientSecretValidationResult secret) => form.Count > 0 && secret != null;
        Task<Result> Next(NVC form, ClientSecretValidationResult secret) => null;
    }
}
